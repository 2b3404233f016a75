/** A binary heap of numbered states, lowest cost first. */
export interface Heap {
  push(cost: number, state: number): void;
  /** The state of the lowest cost, undefined when empty. */
  pop(): number | undefined;
}

export function createHeap(): Heap {
  const costs: number[] = [];
  const states: number[] = [];
  const swap = (one: number, other: number): void => {
    [costs[one], costs[other]] = [costs[other] ?? 0, costs[one] ?? 0];
    [states[one], states[other]] = [states[other] ?? 0, states[one] ?? 0];
  };
  const below = (one: number, other: number): boolean => (costs[one] ?? 0) < (costs[other] ?? 0);
  return {
    push: (cost, state) => {
      costs.push(cost);
      states.push(state);
      for (let at = costs.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!below(at, parent)) break;
        swap(at, parent);
        at = parent;
      }
    },
    pop: () => {
      const top = states[0];
      swap(0, states.length - 1);
      states.pop();
      costs.pop();
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        const right = left + 1;
        let least = at;
        if (left < costs.length && below(left, least)) least = left;
        if (right < costs.length && below(right, least)) least = right;
        if (least === at) break;
        swap(at, least);
        at = least;
      }
      return top;
    },
  };
}
