import type { TestEnvOptions } from './test-env.ts';

export type WorldOptions = Partial<TestEnvOptions> & {
  /** Plays each turn once, without the checks of the engine itself: for tests of diagrams. */
  readonly once?: boolean;
  /** Turns of all instances together; one more throws a `WorldLimit`. */
  readonly mostTurns?: number;
};

/** The instances of a world would go on for longer than the test wants to see. */
export class WorldLimit extends Error {
  override readonly name = 'WorldLimit';
}
