import type { Person } from '@iter/contract';
import { Button, Callout, Dialog, TextInput, paths, useErrorText, useTexts } from '@iter/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, sessionData, sessionQuery } from '../queries.ts';
import { typedText } from './typed-text.ts';

/** Over the page that was open when the session ended: what was typed there stays. */
export function SignInAgain({ person }: { person: Person }) {
  const t = useTexts('app');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  const leave = () => {
    // A new start of the page forgets everything that the person saw.
    location.assign(paths.signIn(location.pathname + location.search));
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = typedText(event.currentTarget, 'password');
    setBusy(true);
    setFailure(undefined);
    try {
      const session = await api.signIn({ body: { username: person.userId, password } });
      queries.setQueryData(sessionQuery.queryKey, sessionData(session));
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    } catch (error) {
      setFailure(errorText(error));
      setBusy(false);
    }
  };

  return (
    <Dialog open mustDecide onClose={leave} title={t('signInAgain.title')}>
      <p>{t('signInAgain.text', { name: person.name })}</p>
      {failure && (
        <Callout kind="danger" role="alert">
          {failure}
        </Callout>
      )}
      <form className="iter-sign-in-form" onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('signIn.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          autoFocus
          required
        />
        <div className="iter-sign-in-buttons">
          <Button type="submit" busy={busy}>
            {t('signInAgain.submit')}
          </Button>
          <Button look="outline" onClick={leave}>
            {t('signInAgain.leave')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
