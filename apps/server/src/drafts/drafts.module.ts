import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/deployments.module.ts';
import { Drafts } from './drafts.ts';
import { DraftsController } from './drafts.controller.ts';

/** Drafts of diagrams: opening, saving, checking, publishing. */
@Module({ imports: [DeploymentsModule], controllers: [DraftsController], providers: [Drafts] })
export class DraftsModule {}
