import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AuthenticationGuard } from './authentication/authentication.guard.ts';
import { AuthenticationModule } from './authentication/authentication.module.ts';
import { ClusterModule } from './cluster/cluster.module.ts';
import { CoreModule, type Parts } from './core.module.ts';
import { AnswerInterceptor } from './http/answer.interceptor.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { LiveModule } from './live/live.module.ts';
import { ReferenceModule } from './reference/reference.module.ts';

/** The web server: every room, and what holds for all of them. */
@Module({})
export class AppModule {
  static with(parts: Parts): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(parts), LiveModule, AuthenticationModule, ClusterModule, ReferenceModule],
      providers: [
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
