import type { Engine } from '@iter/engine-runtime';
import { createBasicCredentials, createSessions, createSignIn } from '@iter/identity';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Viewers } from './authentication/viewers.ts';
import { Readers } from './http/readers.ts';
import { Changes } from './live/changes.ts';
import type { Settings } from './settings/settings.ts';
import { BASIC_CREDENTIALS, ENGINE, SESSIONS, SETTINGS, SIGN_IN } from './tokens.ts';

/** What was made before the web server: settings, database and engine. */
export interface Parts {
  readonly settings: Settings;
  readonly database: DataSource;
  readonly engine: Engine;
  readonly changes: Changes;
}

/** Hands the parts to every room. */
@Global()
@Module({})
export class CoreModule {
  static with({ settings, database, engine, changes }: Parts): DynamicModule {
    const signIn = createSignIn(database, Date.now);
    const providers = [
      { provide: SETTINGS, useValue: settings },
      { provide: DataSource, useValue: database },
      { provide: ENGINE, useValue: engine },
      { provide: Changes, useValue: changes },
      { provide: SIGN_IN, useValue: signIn },
      { provide: BASIC_CREDENTIALS, useValue: createBasicCredentials(signIn, Date.now) },
      { provide: SESSIONS, useValue: createSessions(database, Date.now) },
      Viewers,
      Readers,
    ];
    return { module: CoreModule, providers, exports: providers };
  }
}
