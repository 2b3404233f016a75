export type Dictionary = Readonly<Record<string, string>>;

export type Translate = (text: string, replacements?: Record<string, string>) => string;

/**
 * The `translate` service of the drawing libraries over a dictionary whose keys are their English texts.
 *
 * @param onMissing told of every text that the dictionary lacks (it is shown as it is)
 */
export function createTranslate(dictionary: Dictionary, onMissing?: (text: string) => void): Translate {
  return (text, replacements = {}) => {
    const found = Object.hasOwn(dictionary, text) ? dictionary[text] : undefined;
    if (found === undefined) onMissing?.(text);
    return (found ?? text).replace(/{([^}]+)}/g, (whole, key: string) => replacements[key] ?? whole);
  };
}
