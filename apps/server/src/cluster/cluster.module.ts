import { Module } from '@nestjs/common';
import { ClockController } from './clock.controller.ts';
import { ClusterController } from './cluster.controller.ts';

/** The server about itself: topology, status, license, and the clock of tests. */
@Module({ controllers: [ClusterController, ClockController] })
export class ClusterModule {}
