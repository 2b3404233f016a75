import type { ProcedureRow } from '@iter/contract';
import { byCode } from '@iter/web-kit';

export interface StartGroup {
  macro: string;
  procedures: ProcedureRow[];
}

/** A macro-process whose title is not known is called by its code, which says nothing to who wants to start. */
const BARE_CODE = /^[A-Z]\d*(\.\d+)*$/;

/** What may be started and matches every word of `text`, by macro-process, in the order of the codes. */
export function groupStartable(procedures: readonly ProcedureRow[], text: string): StartGroup[] {
  const words = text.toLocaleLowerCase('it').split(/\s+/).filter(Boolean);
  const groups = new Map<string, StartGroup>();
  const found = procedures
    .filter(({ canStart }) => canStart)
    .filter(({ code, title, macro }) => {
      const about = `${code ?? ''} ${title} ${macro ?? ''}`.toLocaleLowerCase('it');
      return words.every((word) => about.includes(word));
    });
  for (const procedure of found.sort(byCode)) {
    const macro = procedure.macro && !BARE_CODE.test(procedure.macro) ? procedure.macro : '';
    const group = groups.get(macro) ?? { macro, procedures: [] };
    groups.set(macro, group);
    group.procedures.push(procedure);
  }
  return [...groups.values()];
}
