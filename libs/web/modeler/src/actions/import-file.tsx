import { Callout, Dialog, useTexts } from '@iter/web-kit';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { MAX_FILE_BYTES } from './files.ts';

export interface ImportHandle {
  /** Opens the browser's dialog for files. */
  choose(): void;
}

export interface ImportFileProps {
  handle: Ref<ImportHandle>;
  /** Opens the diagram; throws when it cannot be drawn. */
  onXml: (xml: string) => Promise<void>;
}

/** Takes a .bpmn file from the person's device; says why where it cannot be opened. */
export function ImportFile({ handle, onXml }: ImportFileProps) {
  const t = useTexts('modeler');
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<string>();
  useImperativeHandle(handle, () => ({ choose: () => input.current?.click() }), []);

  const read = async (file: File) => {
    if (file.size > MAX_FILE_BYTES) {
      setFailure(t('import.tooLarge', { name: file.name }));
      return;
    }
    try {
      await onXml(await file.text());
    } catch {
      setFailure(t('import.failed', { name: file.name }));
    }
  };

  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".bpmn,.xml,application/xml,text/xml"
        aria-label={t('menu.import')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void read(file);
        }}
      />
      <Dialog
        open={failure !== undefined}
        onClose={() => setFailure(undefined)}
        title={t('import.failedTitle')}
      >
        <Callout kind="danger" role="alert">
          <p>{failure}</p>
        </Callout>
      </Dialog>
    </>
  );
}
