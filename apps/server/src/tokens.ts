/** Names under which Nest hands out what is no class of ours. */
export const SETTINGS = Symbol('settings');
export const ENGINE = Symbol('engine');
export const SESSIONS = Symbol('sessions');
export const SIGN_IN = Symbol('sign-in');
export const BASIC_CREDENTIALS = Symbol('basic-credentials');
export const TAXONOMY = Symbol('taxonomy');
