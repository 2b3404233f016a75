import { Module } from '@nestjs/common';
import { AuthenticationMeController } from './me.controller.ts';
import { SessionController } from './session.controller.ts';

/** Who is there: sessions, the demo's people, and pickers of people. */
@Module({ controllers: [SessionController, AuthenticationMeController] })
export class AuthenticationModule {}
