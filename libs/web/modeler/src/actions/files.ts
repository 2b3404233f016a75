/** Largest .bpmn file that is opened: more is no drawing that a person made. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Hands a text to the browser as a file to keep. */
export function download(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download begins in this task; the address is not needed after it.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** A file name out of a title: lower case, hyphens, no accents. */
export function fileName(title: string, extension: string): string {
  const base = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${base || 'diagramma'}.${extension}`;
}
