/** What was typed into a field of a form; empty for a field that is not there, or holds a file. */
export function typedText(form: HTMLFormElement, field: string): string {
  const value = new FormData(form).get(field);
  return typeof value === 'string' ? value : '';
}
