import { Module } from '@nestjs/common';
import { LiveAnnouncer } from './live-announcer.ts';
import { LiveController } from './live.controller.ts';
import { LiveStreams } from './live-streams.ts';

/** What changed, told to open pages; other rooms say what they change by `Changes`. */
@Module({ controllers: [LiveController], providers: [LiveStreams, LiveAnnouncer] })
export class LiveModule {}
