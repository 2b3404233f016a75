import { Module } from '@nestjs/common';
import { NoticesController } from './notices.controller.ts';

/** Notifications and published acts. */
@Module({ controllers: [NoticesController] })
export class NoticesModule {}
