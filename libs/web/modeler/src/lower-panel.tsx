import { EmptyState, IconButton, Tabs, useTexts } from '@iter/web-kit';
import { useState } from 'react';
import type { Editor } from './canvas/editor.ts';
import { ElementOutline } from './canvas/element-outline.tsx';
import type { Translate } from './canvas/translate.ts';
import { ProblemList } from './lint/problem-list.tsx';
import type { Checked } from './lint/use-problems.ts';

export interface LowerPanelProps {
  editor: Editor | undefined;
  checked: Checked;
  translate: Translate;
  onReveal: (elementId: string) => void;
}

/** Below the drawing: what is wrong with it, and its elements as a list. Closed it is one line. */
export function LowerPanel({ editor, checked, translate, onReveal }: LowerPanelProps) {
  const t = useTexts('modeler');
  const [open, setOpen] = useState(false);
  const [tab, setTab] = useState('problems');
  const errors = checked.problems.filter(({ severity }) => severity === 'error').length;
  const others = checked.problems.length - errors;
  return (
    <section
      className={`iter-modeler-lower${open ? ' iter-modeler-lower-open' : ''}`}
      aria-label={t('lower.label')}
    >
      <div className="iter-modeler-lower-bar">
        <button
          type="button"
          className="iter-modeler-link"
          aria-expanded={open}
          onClick={() => {
            setTab('problems');
            setOpen(!open);
          }}
        >
          <span role="status">
            {checked.state === 'checking'
              ? t('problems.checking')
              : errors + others === 0
                ? t('problems.none')
                : [
                    errors > 0 && t('problems.errors', { count: errors }),
                    others > 0 && t('problems.warnings', { count: others }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
          </span>
        </button>
        <button
          type="button"
          className="iter-modeler-link"
          aria-expanded={open}
          onClick={() => {
            setTab('outline');
            setOpen(tab === 'outline' ? !open : true);
          }}
        >
          {t('outline.title')}
        </button>
        <IconButton
          icon={open ? 'arrow-down' : 'arrow-up'}
          label={t(open ? 'lower.close' : 'lower.open')}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && (
        <div className="iter-modeler-lower-body">
          <Tabs
            label={t('lower.label')}
            selected={tab}
            onSelect={setTab}
            tabs={[
              {
                id: 'problems',
                label: t('problems.title'),
                count: checked.problems.length,
                content:
                  checked.problems.length === 0 ? (
                    <EmptyState icon="check-circle" title={t('problems.none')} />
                  ) : (
                    <ProblemList problems={checked.problems} onReveal={onReveal} />
                  ),
              },
              {
                id: 'outline',
                label: t('outline.title'),
                content: editor && (
                  <ElementOutline editor={editor} translate={translate} onReveal={onReveal} />
                ),
              },
            ]}
          />
        </div>
      )}
    </section>
  );
}
