import { Definitions, Dialog, useTexts } from '@iter/web-kit';

const SHORTCUTS = [
  ['Ctrl + S', 'save'],
  ['Ctrl + Z', 'undo'],
  ['Ctrl + Y', 'redo'],
  ['Ctrl + F', 'search'],
  ['N', 'create'],
  ['A', 'append'],
  ['R', 'replace'],
  ['C', 'connect'],
  ['E', 'edit'],
  ['L', 'lasso'],
  ['H', 'hand'],
  ['S', 'space'],
  ['Ctrl + C / Ctrl + V', 'copy'],
  ['Ctrl + A', 'all'],
  ['Ctrl + +/−', 'zoom'],
  ['Ctrl + 0', 'zoomReset'],
  ['Canc', 'remove'],
] as const;

/** The keys of the drawing area. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('modeler');
  return (
    <Dialog open onClose={onClose} title={t('shortcuts.title')}>
      <p>{t('shortcuts.intro')}</p>
      <Definitions
        items={SHORTCUTS.map(([keys, action]) => ({
          term: t(`shortcuts.${action}`),
          value: <kbd>{keys}</kbd>,
        }))}
      />
    </Dialog>
  );
}
