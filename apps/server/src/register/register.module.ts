import { Module } from '@nestjs/common';
import { RegisterController } from './register.controller.ts';

/** The register of procedures. */
@Module({ controllers: [RegisterController] })
export class RegisterModule {}
