import { useTranslation } from 'react-i18next';

const EMPTY: Readonly<Record<string, string>> = {};

/**
 * A whole flat file of the dictionary, for libraries that translate their own English sentences (`form-js`,
 * `bpmn-js`): English sentence → sentence of the reader. Suspends until the file is there.
 */
export function useDictionary(file: string): Readonly<Record<string, string>> {
  const { i18n } = useTranslation(file);
  return (i18n.getResourceBundle(i18n.language, file) as Record<string, string> | undefined) ?? EMPTY;
}
