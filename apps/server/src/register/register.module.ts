import { Module } from '@nestjs/common';
import { DiagramsModule } from '../diagrams/diagrams.module.ts';
import { Procedures } from './procedures.ts';
import { RegisterController } from './register.controller.ts';

/** The register of procedures and their sheets. */
@Module({ imports: [DiagramsModule], controllers: [RegisterController], providers: [Procedures] })
export class RegisterModule {}
