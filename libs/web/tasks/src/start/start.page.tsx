import type { StartPage as StartPageData } from '@iter/contract';
import {
  Button,
  Callout,
  Card,
  Definitions,
  FormView,
  LeaveGuard,
  Link,
  Page,
  QueryState,
  Select,
  fieldErrors,
  paths,
  useApi,
  useErrorText,
  useGo,
  useInvalidate,
  useTexts,
  useToasts,
  type FormHandle,
} from '@iter/web-kit';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

/** Starts a procedure by its form. */
export function StartPage({ processId }: { processId: string }) {
  const t = useTexts('tasks');
  const api = useApi();
  const found = useQuery({
    queryKey: ['register', 'start', processId],
    queryFn: ({ signal }) => api.getStartPage({ params: { processId } }, { signal }),
  });
  return (
    <Page
      title={found.data?.title ?? t('start.title')}
      overline={found.data?.code}
      back={{ to: paths.startList(), label: t('start.back') }}
    >
      <QueryState query={found}>{(start) => <StartForm start={start} />}</QueryState>
    </Page>
  );
}

function StartForm({ start }: { start: StartPageData }) {
  const t = useTexts('tasks');
  const errorText = useErrorText();
  const form = useRef<FormHandle>(null);
  const [office, setOffice] = useState(start.offices[0]?.office ?? '');
  const [dirty, setDirty] = useState(false);
  const run = useStart(start, office);
  const { error } = run;
  useEffect(() => {
    if (error) form.current?.showErrors(fieldErrors(error));
  }, [error]);

  const submit = () => {
    const values = start.form ? form.current?.submit() : {};
    if (values) run.mutate(values);
  };

  return (
    <div className="iter-columns">
      <div className="iter-column">
        <Card title={t('start.formTitle')}>
          {start.offices.length > 1 && (
            <Select
              className="iter-start-office"
              label={t('start.office')}
              hint={t('start.officeHint')}
              value={office}
              options={start.offices.map(({ office: value, label }) => ({ value, label }))}
              onValue={setOffice}
              required
            />
          )}
          {start.form ? (
            <FormView
              ref={form}
              schema={start.form.schema}
              values={NO_VALUES}
              label={t('start.formLabel', { title: start.title })}
              onChanged={() => setDirty(true)}
              onSubmit={submit}
            />
          ) : (
            <p>{t('start.noForm')}</p>
          )}
          {error && (
            <Callout kind="danger" role="alert" title={t('start.failed')}>
              {errorText(error)}
            </Callout>
          )}
          <div className="iter-task-actions">
            <Button icon="arrow-right" busy={run.isPending} onClick={submit}>
              {t('start.submit')}
            </Button>
          </div>
        </Card>
      </div>
      <div className="iter-column">
        <Card title={t('start.about')}>
          {start.documentation && <p>{start.documentation}</p>}
          <Definitions
            stacked
            items={[
              { term: t('start.version'), value: start.version },
              {
                term: t('start.runs'),
                value: start.offices.find((one) => one.office === office)?.label,
              },
            ]}
          />
          <p className="iter-start-sheet">
            <Link to={paths.sheet(start.processId)}>{t('start.sheet')}</Link>
          </p>
        </Card>
      </div>
      <LeaveGuard when={dirty && !run.isPending && !run.isSuccess} />
    </div>
  );
}

const NO_VALUES = {};

function useStart(start: StartPageData, office: string) {
  const t = useTexts('tasks');
  const api = useApi();
  const go = useGo();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  return useMutation({
    mutationFn: (variables: Record<string, unknown>) =>
      api.startCase({
        params: { processId: start.processId },
        body: { variables, ...(office ? { office } : {}) },
      }),
    onSuccess: ({ processInstanceKey, businessId }) => {
      toasts.success(t(businessId ? 'start.done' : 'start.doneNoNumber', { number: businessId ?? '' }));
      go(paths.case(processInstanceKey));
    },
    onSettled: () => invalidate('tasks', 'cases', 'register'),
  });
}
