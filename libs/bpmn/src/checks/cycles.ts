/** Where the search stands at a node. */
interface Visit<T> {
  readonly node: T;
  readonly order: number;
  /** The earliest open node that can be reached from it. */
  low: number;
  readonly following: readonly T[];
  next: number;
}

/** The nodes that lie on some cycle, in time that grows with the number of edges (Tarjan 1972). */
export function nodesOfCycles<T>(nodes: readonly T[], next: (node: T) => readonly T[]): ReadonlySet<T> {
  const cyclic = new Set<T>();
  const orders = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const visit = (node: T): Visit<T> => {
    const order = orders.size;
    orders.set(node, order);
    open.push(node);
    isOpen.add(node);
    return { node, order, low: order, following: next(node), next: 0 };
  };
  const close = ({ node, following }: Visit<T>): void => {
    const component = open.splice(open.lastIndexOf(node));
    for (const one of component) isOpen.delete(one);
    if (component.length > 1 || following.includes(node)) for (const one of component) cyclic.add(one);
  };
  for (const root of nodes) {
    if (orders.has(root)) continue;
    const path = [visit(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const node = top.following[top.next++];
      if (node === undefined) {
        path.pop();
        const before = path.at(-1);
        if (before) before.low = Math.min(before.low, top.low);
        if (top.low === top.order) close(top);
      } else if (!orders.has(node)) path.push(visit(node));
      else if (isOpen.has(node)) top.low = Math.min(top.low, orders.get(node) ?? 0);
    }
  }
  return cyclic;
}
