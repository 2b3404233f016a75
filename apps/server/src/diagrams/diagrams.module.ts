import { Module } from '@nestjs/common';
import { PublishedDiagrams } from './published-diagrams.ts';

/** What published diagrams say. */
@Module({ providers: [PublishedDiagrams], exports: [PublishedDiagrams] })
export class DiagramsModule {}
