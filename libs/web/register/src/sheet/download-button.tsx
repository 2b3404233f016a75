import type { ProcedureRow, PublishedVersion } from '@iter/contract';
import { Button, useApi, useTexts, useToasts } from '@iter/web-kit';
import { useState } from 'react';

/** Saves the published diagram as a `.bpmn` file. */
export function DownloadButton({
  procedure,
  version: { processDefinitionKey, version },
}: {
  procedure: ProcedureRow;
  version: PublishedVersion;
}) {
  const t = useTexts('register');
  const api = useApi();
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const xml = await api.getProcessDefinitionXml({ params: { processDefinitionKey } });
      save(`${procedure.code ?? procedure.processId}-v${version}.bpmn`, xml ?? '');
    } catch (error) {
      toasts.error(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button look="outline" icon="download" busy={busy} onClick={() => void download()}>
      {t('sheet.download')}
    </Button>
  );
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/bpmn+xml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
