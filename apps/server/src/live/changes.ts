type Listener = (tenantId: string, topics: readonly string[]) => void;

/** Where any part of the server says that something changed, whoever may be listening. */
export class Changes {
  private readonly listeners = new Set<Listener>();

  tell(tenantId: string, topics: readonly string[]): void {
    for (const listener of this.listeners) listener(tenantId, topics);
  }

  /** Returns the function that ends the listening. */
  onTold(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
