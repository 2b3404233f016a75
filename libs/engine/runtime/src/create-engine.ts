import { Admission } from './admission.ts';
import { assemble, type EngineParts } from './assemble.ts';
import { busCommands } from './commands/bus-commands.ts';
import { createInstance } from './commands/create-instance.ts';
import { deploymentCommands } from './commands/deployment-commands.ts';
import { evaluateConditionals } from './commands/evaluate-conditionals.ts';
import { evaluateDecision } from './commands/evaluate-decision.ts';
import { instanceCommands } from './commands/instance-commands.ts';
import { jobCommands } from './commands/job-commands.ts';
import { userTaskCommands } from './commands/user-task-commands.ts';
import type { EngineOptions, EnginePorts } from './engine-options.ts';
import type { Engine } from './engine.ts';
import { sleep } from './sleep.ts';
import { Sweeper } from './sweeper.ts';

/**
 * One engine node. All commands are durable when they answer `ok`; what is refused is told as a rejection, and
 * only what should not happen is thrown.
 */
export function createEngine(ports: EnginePorts, options: EngineOptions): Engine {
  // Built-in jobs are completed by the commands that are made of the parts they belong to.
  const parts: EngineParts = assemble(ports, options, {
    completeJob: (command) => engine.completeJob(command),
    failJob: (command) => engine.failJob(command),
    throwJobError: (command) => engine.throwJobError(command),
  });
  const { runner, clocks, messages, numbers, desk, afterCommit, cache, limits } = parts;
  const admission = new Admission(runner, limits.maxQueued);
  const sweeper = new Sweeper(parts);
  let lastCommit: number | null = null;
  afterCommit.listen(() => {
    lastCommit = Date.now();
  });

  const engine: Engine = {
    start: () => start(parts, admission, options.worker === false ? undefined : sweeper),
    stop: () => stop(parts, admission, sweeper),
    ...deploymentCommands(parts, () => sweeper.soon()),
    evaluateDecision: (command) => evaluateDecision(parts, admission, command),
    evaluateConditionals: (command) => evaluateConditionals(parts, admission, command),
    createInstance: (command) => createInstance(parts, admission, command),
    ...instanceCommands(admission.submit, { definitions: parts.definitions, runner }),
    ...busCommands(admission, { messages, numbers }),
    ...jobCommands(admission.submit, { desk, store: ports.jobs, clocks }),
    ...userTaskCommands(admission.submit),
    now: (tenantId) => clocks.now(tenantId),
    clock: (tenantId) => clocks.of(tenantId),
    setClock: (tenantId, clock) => clocks.set(tenantId, clock),
    onCommitted: (listener) => afterCommit.listen(listener),
    status: () => ({
      queuedCommands: runner.length,
      cachedInstances: cache.size,
      lastCommitAgoMs: lastCommit === null ? null : Date.now() - lastCommit,
      accepting: admission.accepting,
    }),
  };
  return engine;
}

async function start(parts: EngineParts, admission: Admission, sweeper: Sweeper | undefined): Promise<void> {
  await parts.clocks.reload();
  await parts.numbers.ready();
  for (const alarm of parts.alarms) await alarm.start();
  admission.accepting = true;
  if (!sweeper) return;
  await parts.dispatchQueue.start();
  parts.timers.start();
  sweeper.start();
}

/** What is under way is finished; what comes is refused. */
async function stop(parts: EngineParts, admission: Admission, sweeper: Sweeper): Promise<void> {
  admission.accepting = false;
  parts.desk.stop();
  await sweeper.stop();
  await parts.timers.stop();
  await parts.dispatchQueue.stop();
  for (const alarm of parts.alarms) await alarm.stop();
  while (admission.open > 0 || parts.runner.length > 0 || parts.router.length > 0) await sleep(5);
}
