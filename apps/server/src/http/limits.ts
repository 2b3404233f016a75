/** Bytes that a request may bring, files included; more is 413. */
export const bodyLimit = 10 * 1024 * 1024;

export const bodyLimitText = `${bodyLimit / 1024 / 1024} MB`;
