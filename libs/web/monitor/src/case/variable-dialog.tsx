import {
  Button,
  Callout,
  Dialog,
  QueryState,
  Select,
  TextArea,
  useApi,
  useErrorText,
  useInvalidate,
  useTexts,
  useToasts,
} from '@iter/web-kit';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseVariable } from './case-variables.tsx';
import { isJsonString, parseExact, readableJson } from './exact-json.ts';

export interface VariableDialogProps {
  variable: CaseVariable;
  onClose: () => void;
}

/** Corrects the value of a variable: texts as they are read, everything else as JSON. */
export function VariableDialog({ variable, onClose }: VariableDialogProps) {
  const api = useApi();
  const { variableKey } = variable;
  // The list cuts long values.
  const whole = useQuery({
    queryKey: ['cases', 'variable', variableKey],
    queryFn: ({ signal }) => api.getVariable({ params: { variableKey } }, { signal }),
    enabled: variable.isTruncated,
  });
  if (!variable.isTruncated) return <Editor variable={variable} value={variable.value} onClose={onClose} />;
  return (
    <QueryState query={whole} loading={null}>
      {({ value }) => <Editor variable={variable} value={value} onClose={onClose} />}
    </QueryState>
  );
}

function Editor({ variable, value, onClose }: VariableDialogProps & { value: string }) {
  const t = useTexts('monitor');
  const api = useApi();
  const toasts = useToasts();
  const errorText = useErrorText();
  const invalidate = useInvalidate();
  const [asText, setAsText] = useState(() => isJsonString(value));
  const [text, setText] = useState(() => readableJson(value));
  const [invalid, setInvalid] = useState(false);
  const save = useMutation({
    mutationFn: (next: unknown) =>
      api.createElementInstanceVariables({
        params: { elementInstanceKey: variable.scopeKey },
        body: { variables: { [variable.name]: next }, local: true },
      }),
    onSuccess: () => {
      toasts.success(t('variables.saved', { name: variable.name }));
      onClose();
    },
    onSettled: () => invalidate('cases', 'tasks'),
  });
  const submit = () => {
    try {
      save.mutate(asText ? text : parseExact(text));
    } catch {
      setInvalid(true);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('variables.editTitle', { name: variable.name })}
      actions={
        <>
          <Button busy={save.isPending} onClick={submit}>
            {t('variables.save')}
          </Button>
          <Button look="outline" onClick={onClose}>
            {t('variables.cancel')}
          </Button>
        </>
      }
    >
      <Select
        label={t('variables.kind')}
        value={asText ? 'text' : 'json'}
        options={[
          { value: 'text', label: t('variables.kindText') },
          { value: 'json', label: t('variables.kindJson') },
        ]}
        onValue={(kind) => {
          setAsText(kind === 'text');
          setInvalid(false);
        }}
      />
      <TextArea
        label={t('variables.newValue')}
        hint={t(asText ? 'variables.hintText' : 'variables.hintJson')}
        error={invalid ? t('variables.invalid') : undefined}
        rows={6}
        spellCheck={asText}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setInvalid(false);
        }}
      />
      {save.isError && (
        <Callout kind="danger" role="alert">
          <p>{errorText(save.error)}</p>
        </Callout>
      )}
    </Dialog>
  );
}
