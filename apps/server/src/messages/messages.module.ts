import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller.ts';

/** Messages and signals from outside. */
@Module({ controllers: [MessagesController] })
export class MessagesModule {}
