import type { Draft } from '@iter/contract';
import {
  Badge,
  Button,
  Callout,
  Checkbox,
  LeaveGuard,
  Menu,
  Page,
  paths,
  useErrorText,
  useToasts,
  type Texts,
} from '@iter/web-kit';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { DiscardDialog } from './actions/discard-dialog.tsx';
import { download, fileName } from './actions/files.ts';
import { ImportFile, type ImportHandle } from './actions/import-file.tsx';
import { PublishDialog } from './actions/publish-dialog.tsx';
import { SaveStatus } from './actions/save-status.tsx';
import { ShortcutsDialog } from './actions/shortcuts-dialog.tsx';
import { Toolbar } from './actions/toolbar.tsx';
import type { Editor } from './canvas/editor.ts';
import { createEditorSlot } from './canvas/editor-slot.ts';
import { ModelerCanvas } from './canvas/modeler-canvas.tsx';
import type { Dictionary, Translate } from './canvas/translate.ts';
import { ColleagueNotice } from './draft/colleague-notice.tsx';
import { useDraftWork } from './draft/use-draft.ts';
import { useDraftCheck } from './lint/use-draft-check.ts';
import { LowerPanel } from './lower-panel.tsx';
import { expertPreference } from './panel/expert-preference.ts';
import type { Choices, PanelSettings } from './panel/panel-settings.ts';

export interface WorkspaceProps {
  /** The draft as the server has it now. */
  latest: Draft;
  title: string;
  code: string | null;
  running: number;
  choices: Choices;
  text: Texts;
  translate: Translate;
  dictionary: Dictionary;
}

type OpenDialog = 'publish' | 'discard' | 'shortcuts';

/** The modeler with everything around it, on a screen wide enough to draw in. */
export function Workspace(props: WorkspaceProps) {
  const { latest, title, code, running, choices, text: t, translate, dictionary } = props;
  const { processId } = latest;
  const toasts = useToasts();
  const errorText = useErrorText();
  const [opened, setOpened] = useState({ xml: latest.xml, key: 0 });
  const [editor, setEditor] = useState<Editor>();
  const [failure, setFailure] = useState<unknown>();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [panel, setPanel] = useState<HTMLDivElement | null>(null);
  const file = useRef<ImportHandle>(null);
  const [slot] = useState(createEditorSlot);

  const work = useDraftWork(latest, slot);
  const settings = useMemo<PanelSettings>(
    () => ({ text: t, translate, dictionary, choices, isExpert: expertPreference.get }),
    [t, translate, dictionary, choices],
  );
  const checked = useDraftCheck(editor, latest, t);

  const open = useCallback((draft: Draft) => {
    setFailure(undefined);
    setOpened(({ key }) => ({ xml: draft.xml, key: key + 1 }));
  }, []);
  const reveal = useCallback((elementId: string) => slot.get()?.reveal(elementId), [slot]);
  const show = (next: Editor | undefined) => {
    slot.set(next);
    setEditor(next);
  };

  useChangeListener(editor, work.changed);
  useSaveShortcut(work.flush);

  const publish = async (note: string) => {
    if (!(await work.flush())) throw new Error(t('publish.unsaved'));
    const version = await work.publish(note);
    toasts.success(t('publish.done', { version }));
  };
  const keepMine = async () => {
    if (await work.keepMine()) toasts.success(t('colleague.kept'));
  };

  const unsaved = work.state.kind !== 'saved';
  const nothingToPublish = latest.revision === 0 && !unsaved;
  return (
    <Page
      wide
      title={title}
      {...(code ? { overline: code } : {})}
      back={{ to: paths.sheet(processId), label: t('page.back') }}
      actions={
        <>
          <SaveStatus state={work.state} savedAt={latest.saved?.at ?? null} />
          <Button look="outline" small busy={work.state.kind === 'saving'} onClick={() => void work.flush()}>
            {t('save.now')}
          </Button>
          <Menu
            label={t('menu.label')}
            trigger={t('menu.label')}
            entries={[
              {
                id: 'bpmn',
                icon: 'download',
                label: t('menu.downloadBpmn'),
                onAction: () =>
                  void editor
                    ?.xml()
                    .then((xml) => download(fileName(processId, 'bpmn'), xml, 'application/xml')),
              },
              {
                id: 'svg',
                icon: 'download',
                label: t('menu.downloadSvg'),
                onAction: () =>
                  void editor?.svg().then((svg) => download(fileName(title, 'svg'), svg, 'image/svg+xml')),
              },
              {
                id: 'import',
                icon: 'upload',
                label: t('menu.import'),
                onAction: () => file.current?.choose(),
              },
              ...(latest.revision > 0
                ? [
                    {
                      id: 'discard',
                      icon: 'delete',
                      label: t('menu.discard'),
                      onAction: () => setDialog('discard'),
                    },
                  ]
                : []),
              {
                id: 'shortcuts',
                icon: 'help-circle',
                label: t('menu.shortcuts'),
                onAction: () => setDialog('shortcuts'),
              },
            ]}
          />
          <Button
            small
            icon="upload"
            aria-disabled={nothingToPublish || undefined}
            title={nothingToPublish ? t('publish.nothing') : undefined}
            onClick={() => !nothingToPublish && setDialog('publish')}
          >
            {t('publish.open')}
          </Button>
        </>
      }
    >
      <ColleagueNotice
        work={work}
        onTakeTheirs={() => void work.takeTheirs().then(open, toasts.error)}
        onKeepMine={() => void keepMine().catch(toasts.error)}
      />
      {failure !== undefined && (
        <Callout
          kind="danger"
          role="alert"
          title={t('page.cannotDraw')}
          actions={
            <Button small look="outline" onClick={() => file.current?.choose()}>
              {t('menu.import')}
            </Button>
          }
        >
          <p>{t('page.cannotDrawText')}</p>
        </Callout>
      )}
      <div className="iter-modeler" ref={fillWindow}>
        <div className="iter-modeler-drawing">
          <Toolbar editor={editor}>
            {checked.state === 'failed' && <Badge tone="warning">{t('problems.unchecked')}</Badge>}
          </Toolbar>
          {panel && (
            <ModelerCanvas
              key={`${opened.key}-${translate('Name')}`}
              processId={processId}
              xml={opened.xml}
              label={t('page.drawing', { title })}
              panel={panel}
              settings={settings}
              onOpened={show}
              onClosed={() => show(undefined)}
              onFailed={setFailure}
            />
          )}
          <LowerPanel editor={editor} checked={checked} translate={translate} onReveal={reveal} />
        </div>
        <aside className="iter-modeler-panel" aria-label={t('panel.label')}>
          <ExpertSwitch editor={editor} label={t('panel.expert')} />
          <div className="iter-modeler-panel-body" ref={setPanel} />
        </aside>
      </div>
      <ImportFile
        handle={file}
        onXml={async (xml) => {
          if (editor) await editor.replace(xml);
          else open({ ...latest, xml });
          work.changed();
          toasts.success(t('import.done'));
        }}
      />
      {dialog === 'publish' && (
        <PublishDialog
          open
          onClose={() => setDialog(undefined)}
          problems={checked.problems}
          running={running}
          publish={publish}
          onReveal={reveal}
        />
      )}
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setDialog(undefined)} />}
      <DiscardDialog
        open={dialog === 'discard'}
        onClose={() => setDialog(undefined)}
        errorText={errorText}
        onConfirm={async () => open(await work.discard())}
      />
      <LeaveGuard when={unsaved} save={work.flush} />
    </Page>
  );
}

/** Tells the style sheet how far from the window's top the page begins: what stands above it is the shell's. */
function fillWindow(workspace: HTMLDivElement | null): (() => void) | undefined {
  const page = workspace?.closest<HTMLElement>('.iter-page');
  if (!page) return undefined;
  const measure = () => {
    const top = page.getBoundingClientRect().top + scrollY;
    page.style.setProperty('--iter-modeler-top', `${Math.round(top)}px`);
  };
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(document.body);
  return () => observer.disconnect();
}

function useChangeListener(editor: Editor | undefined, changed: () => void): void {
  useEffect(() => {
    if (!editor) return undefined;
    const bus = editor.modeler.get('eventBus');
    bus.on('commandStack.changed', changed);
    return () => bus.off('commandStack.changed', changed);
  }, [editor, changed]);
}

function useSaveShortcut(flush: () => Promise<boolean>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void flush();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [flush]);
}

function ExpertSwitch({ editor, label }: { editor: Editor | undefined; label: string }) {
  const expert = useSyncExternalStore(expertPreference.listen, expertPreference.get);
  return (
    <Checkbox
      className="iter-modeler-expert"
      label={label}
      checked={expert}
      onValue={(on) => {
        expertPreference.set(on);
        editor?.modeler.get('eventBus').fire('propertiesPanel.providersChanged');
      }}
    />
  );
}
