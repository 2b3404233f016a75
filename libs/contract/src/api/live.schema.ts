import { z } from 'zod';

/**
 * What changed, never the content: a listener asks again for what it shows, and the answer is filtered by
 * what the person may see. A room (`tasks`, `cases`, `register`, `drafts`, `notifications`, `publications`,
 * `clock`), or one thing in it (`cases:<processInstanceKey>`, `tasks:<userTaskKey>`, `register:<processId>`,
 * `drafts:<processId>`); `all` after a gap.
 */
export const liveTopic = z.string().min(1);

export const liveMessage = z.object({ topics: z.array(liveTopic) }).describe('Data of a live event.');
export type LiveMessage = z.output<typeof liveMessage>;
