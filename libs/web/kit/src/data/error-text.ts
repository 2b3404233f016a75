import { ApiProblem } from '@iter/contract';
import { useCallback } from 'react';
import { useTexts } from '../text/texts.ts';

/** Turns any failure of a call into a sentence in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useTexts('errors');
  const kit = useTexts('kit');
  return useCallback(
    (error: unknown) => {
      if (error instanceof ApiProblem) {
        const { code, params, detail } = error.problem;
        const key = `${code}.detail`;
        const text = t(key, params as Record<string, string | number> | undefined);
        // i18next answers the key itself for a code that this version of the page does not know.
        return text === key ? detail : text;
      }
      return kit(navigator.onLine ? 'error.unreachable' : 'error.offline');
    },
    [t, kit],
  );
}

/** The messages of the fields that the server refused, by the field's path. */
export function fieldErrors(error: unknown): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  if (!(error instanceof ApiProblem)) return found;
  for (const { field, message } of error.problem.fields ?? []) (found[field] ??= []).push(message);
  return found;
}
