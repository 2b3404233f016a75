import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AuthenticationGuard } from './authentication/authentication.guard.ts';
import { AuthenticationModule } from './authentication/authentication.module.ts';
import { CasesModule } from './cases/cases.module.ts';
import { ClusterModule } from './cluster/cluster.module.ts';
import { CoreModule, type Parts } from './core.module.ts';
import { DecisionsModule } from './decisions/decisions.module.ts';
import { DeploymentsModule } from './deployments/deployments.module.ts';
import { DraftsModule } from './drafts/drafts.module.ts';
import { AnswerInterceptor } from './http/answer.interceptor.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { LiveModule } from './live/live.module.ts';
import { MessagesModule } from './messages/messages.module.ts';
import { NoticesModule } from './notices/notices.module.ts';
import { ProcessDefinitionsModule } from './process-definitions/process-definitions.module.ts';
import { ProcessInstancesModule } from './process-instances/process-instances.module.ts';
import { ReferenceModule } from './reference/reference.module.ts';
import { RegisterModule } from './register/register.module.ts';
import { TasksModule } from './tasks/tasks.module.ts';
import { UserTasksModule } from './user-tasks/user-tasks.module.ts';

/** The web server: every room, and what holds for all of them. */
@Module({})
export class AppModule {
  static with(parts: Parts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.with(parts),
        LiveModule,
        AuthenticationModule,
        ClusterModule,
        ReferenceModule,
        DeploymentsModule,
        DecisionsModule,
        ProcessDefinitionsModule,
        ProcessInstancesModule,
        UserTasksModule,
        JobsModule,
        MessagesModule,
        DraftsModule,
        RegisterModule,
        TasksModule,
        CasesModule,
        NoticesModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
