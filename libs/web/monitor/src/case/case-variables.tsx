import type { CaseDetail } from '@iter/contract';
import { Button, Card, DataTable, EmptyState, useDates, useTexts, type Column } from '@iter/web-kit';
import { useState } from 'react';
import { isMoment, readableJson } from './exact-json.ts';
import { VariableDialog } from './variable-dialog.tsx';

export type CaseVariable = CaseDetail['variables'][number];

/** The data of the case; those who may can correct them. */
export function CaseVariables({ detail }: { detail: CaseDetail }) {
  const t = useTexts('monitor');
  const dates = useDates();
  const [edited, setEdited] = useState<CaseVariable>();
  const { variables, steps, abilities } = detail;
  const editable = abilities.editVariables && detail.case.state === 'ACTIVE';
  const scopeName = ({ scopeKey, processInstanceKey }: CaseVariable): string =>
    scopeKey === processInstanceKey
      ? t('variables.ofCase')
      : (steps.find(({ elementInstanceKey }) => elementInstanceKey === scopeKey)?.name ??
        t('variables.ofStep'));
  const columns: Column<CaseVariable>[] = [
    { id: 'name', header: t('variables.name'), onPhone: 'title', cell: ({ name }) => <code>{name}</code> },
    {
      id: 'value',
      header: t('variables.value'),
      cell: ({ value, isTruncated }) => (
        <>
          <span className="iter-monitor-value">{readableJson(value)}</span>
          {isMoment(value) && (
            <span className="iter-row-sub">{dates.dateTime(JSON.parse(value) as string)}</span>
          )}
          {isTruncated && <span className="iter-row-sub">{t('variables.truncated')}</span>}
        </>
      ),
    },
    { id: 'scope', header: t('variables.scope'), cell: scopeName },
    ...(editable
      ? [
          {
            id: 'edit',
            header: t('variables.edit'),
            hideHeader: true,
            onPhone: 'actions' as const,
            cell: (variable: CaseVariable) => (
              <Button
                small
                look="outline"
                icon="pencil"
                aria-label={t('variables.editOf', { name: variable.name })}
                onClick={() => setEdited(variable)}
              >
                {t('variables.edit')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Card title={t('variables.title')}>
      {variables.length === 0 ? (
        <EmptyState title={t('variables.none')} />
      ) : (
        <DataTable
          caption={t('variables.title')}
          columns={columns}
          rows={variables}
          rowKey={({ variableKey }) => variableKey}
        />
      )}
      {edited && (
        <VariableDialog key={edited.variableKey} variable={edited} onClose={() => setEdited(undefined)} />
      )}
    </Card>
  );
}
