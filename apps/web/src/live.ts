import { topicsOf, type Topic } from '@iter/web-kit';
import type { QueryClient } from '@tanstack/react-query';

/*
 * What changed on the server reaches every open tab over one stream per browser: the tab that holds the lock
 * `iter-live` keeps the stream and repeats to the others by a broadcast channel; when it closes, the next takes
 * the lock. A browser allows six connections per host on HTTP/1.1, and people open many tabs.
 * While the stream is down, every tab asks anew by the clock.
 */

const CHANNEL = 'iter-live';
/** Several changes of one command arrive together; pages ask once. */
const GATHER_MS = 120;
const POLL_MS = 30_000;
const RECONNECT_MS = 5_000;
const BEAT_MS = 10_000;

type Said = { topics: string[] } | { open: boolean };

/** Keeps the cache fresh until the returned function is called. */
export function keepFresh(queries: QueryClient): () => void {
  const stopped = new AbortController();
  const channel = new BroadcastChannel(CHANNEL);
  const gathered = new Set<Topic>();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let open = false;

  const invalidate = () => {
    gathering = undefined;
    const topics = [...gathered];
    gathered.clear();
    for (const topic of topics) void queries.invalidateQueries({ queryKey: [topic] });
  };
  const gather = (topics: readonly string[]) => {
    for (const topic of topics.flatMap(topicsOf)) gathered.add(topic);
    gathering ??= setTimeout(invalidate, GATHER_MS);
  };
  /** Asks again what was asked before somebody listened: it may have changed unheard. */
  const askAgain = () => queries.invalidateQueries({ predicate: ({ state }) => state.dataUpdatedAt > 0 });
  const hear = (said: Said) => {
    if (!('open' in said)) return gather(said.topics);
    if (said.open && !open) void askAgain();
    open = said.open;
  };
  const say = (said: Said) => {
    hear(said);
    if (!stopped.signal.aborted) channel.postMessage(said);
  };
  channel.onmessage = ({ data }: MessageEvent<Said>) => hear(data);

  const poll = setInterval(() => {
    if (!open && document.visibilityState === 'visible') gather(['all']);
  }, POLL_MS);

  void holdStream(stopped.signal, say);

  return () => {
    stopped.abort();
    clearInterval(poll);
    clearTimeout(gathering);
    channel.close();
  };
}

async function holdStream(stopped: AbortSignal, say: (said: Said) => void): Promise<void> {
  const hold = () => streamUntil(stopped, say);
  // Without HTTPS (or localhost) there are no locks: every tab keeps a stream of its own.
  if (!('locks' in navigator)) return hold();
  try {
    await navigator.locks.request(CHANNEL, { signal: stopped }, hold);
  } catch (error) {
    if (!stopped.aborted) throw error;
  }
}

function streamUntil(stopped: AbortSignal, say: (said: Said) => void): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    // A tab that opens later learns from it that somebody listens.
    const beat = setInterval(() => say({ open: !lost }), BEAT_MS);
    const connect = () => {
      source = new EventSource('/api/live');
      source.onopen = () => {
        lost = false;
        say({ open: true });
      };
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const { topics } = JSON.parse(data) as { topics: string[] };
        say({ topics });
      };
      source.onerror = () => {
        lost = true;
        say({ open: false });
        // The browser reconnects by itself, unless the server refused.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(connect, RECONNECT_MS);
      };
    };
    connect();
    stopped.addEventListener('abort', () => {
      source?.close();
      clearTimeout(again);
      clearInterval(beat);
      resolve();
    });
  });
}
