import { Module } from '@nestjs/common';
import { Deployer } from './deployer.ts';
import { DeploymentsController } from './deployments.controller.ts';

/** Deployment of diagrams, forms and decisions. */
@Module({ controllers: [DeploymentsController], providers: [Deployer], exports: [Deployer] })
export class DeploymentsModule {}
