/** The tenant that people sign in to; sandboxes are further ones. */
export const defaultTenant = '<default>';

const romanDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' });

/** The day that a moment (milliseconds since 1970) is for people in Italy, `YYYY-MM-DD`. */
export function dayOf(moment: number): string {
  return romanDay.format(moment);
}
