/** Kinds that BPMN has and the list of `/v2` has not, by what a client makes of them. */
const DEVIATING: Readonly<Record<string, string>> = {
  'standard-loop-body': 'MULTI_INSTANCE_BODY',
  'loop-body': 'MULTI_INSTANCE_BODY',
  transaction: 'SUB_PROCESS',
  'complex-gateway': 'UNSPECIFIED',
};

/** The element type of `/v2` (`USER_TASK`) for a kind of the graph (`user-task`). */
export function elementType(kind: string): string {
  return DEVIATING[kind] ?? kind.replaceAll('-', '_').toUpperCase();
}
