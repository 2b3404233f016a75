import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Deathtrap, FromNode, Reply, Request } from './messages.ts';

const HERE = import.meta.dirname;

/** One life of the node: its answers until it is killed. */
export class DoomedNode {
  readonly #child: ChildProcess;
  readonly #open = new Map<number, (reply: Reply | undefined) => void>();
  /** Resolves when the process is gone. */
  readonly dead: Promise<void>;
  #last = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.dead = new Promise((resolve) => child.once('exit', () => resolve()));
    void this.dead.then(() => {
      for (const resolve of this.#open.values()) resolve(undefined);
    });
    child.on('message', (message: FromNode) => {
      if ('id' in message) this.#open.get(message.id)?.(message.reply);
    });
  }

  static async start(url: string, trap?: Deathtrap): Promise<DoomedNode> {
    const child = fork(path.join(HERE, 'node.ts'), [JSON.stringify({ url, trap })], {
      execArgv: [
        '--no-warnings',
        '-C',
        '@iter/source',
        '--import',
        path.join(HERE, '..', 'run-typescript.mjs'),
      ],
    });
    const node = new DoomedNode(child);
    await Promise.race([
      new Promise<void>((resolve) => child.once('message', () => resolve())),
      node.dead.then(() => Promise.reject(new Error('Expected the node to start, but it ended'))),
    ]);
    return node;
  }

  /** The answer, or nothing where the node died before it came. */
  ask(request: Request): Promise<Reply | undefined> {
    if (!this.#child.connected) return Promise.resolve(undefined);
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve) => {
      this.#open.set(id, resolve);
      this.#child.send({ id, request }, (error) => {
        if (error) resolve(undefined);
      });
    });
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.dead;
  }
}
