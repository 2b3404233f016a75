import { Module } from '@nestjs/common';
import { ReferenceController } from './reference.controller.ts';

/** The description of the interfaces, for people and for programs. */
@Module({ controllers: [ReferenceController] })
export class ReferenceModule {}
