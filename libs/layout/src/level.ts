import type { Bounds, Point } from './geometry.ts';

/** What one drawing surface holds: a process with its lanes, or the inside of a sub-process. */
export interface Level {
  readonly lanes: readonly LevelLane[];
  readonly nodes: readonly LevelNode[];
  readonly edges: readonly LevelEdge[];
  /** Event sub-processes: shapes without flows, set in a row at the bottom of their lane. */
  readonly shelf: readonly LevelNode[];
}

export interface LevelLane {
  readonly id: string;
  /** Written upright along its left side. */
  readonly name: string;
}

export interface LevelNode {
  readonly id: string;
  readonly kind: 'event' | 'gateway' | 'activity';
  readonly width: number;
  readonly height: number;
  /** Text beside the shape; empty for activities, which carry theirs inside. */
  readonly label: string;
  /** Position in `lanes`. */
  readonly lane: number;
  /** Id of the activity on whose border the event sits. */
  readonly host: string | undefined;
  /** What an expanded sub-process shows inside, relative to its upper left corner. */
  readonly inner: Drawing | undefined;
}

export interface LevelEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Drawn with a stroke across its beginning: its label keeps off. */
  readonly isDefault: boolean;
}

/** A finished surface: where everything is. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: ReadonlyMap<string, Bounds>;
  readonly lanes: ReadonlyMap<string, Bounds>;
  readonly edges: ReadonlyMap<string, readonly Point[]>;
  readonly labels: ReadonlyMap<string, Bounds>;
}
