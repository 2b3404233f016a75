/** A reason to stop that is told to the user as it is, in one sentence. */
export class StartError extends Error {}
