import type { DemoPeople } from '@iter/contract';
import { ApiProblem } from '@iter/contract';
import {
  Button,
  Callout,
  Card,
  Icon,
  Page,
  SearchBox,
  TextInput,
  useErrorText,
  useServerSession,
  useTexts,
} from '@iter/web-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, sessionData, sessionQuery } from '../queries.ts';
import { rolesInShort, roleText } from '../roles.ts';
import { safeReturn } from './safe-return.ts';
import { typedText } from './typed-text.ts';

export function SignInPage() {
  const t = useTexts('app');
  const { demo, person } = useServerSession();
  const { ritorno } = useSearch({ strict: false }) as { ritorno?: unknown };
  const navigate = useNavigate();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState<string>();

  const signIn = async (username: string, password: string) => {
    setBusy(username);
    setFailure(undefined);
    try {
      const session = await api.signIn({ body: { username, password } });
      // Nothing that the person before saw may stay. The session itself is watched by the shell and is replaced.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      queries.setQueryData(sessionQuery.queryKey, sessionData(session));
      await navigate({ href: safeReturn(ritorno) });
    } catch (error) {
      setFailure(
        error instanceof ApiProblem && error.code === 'VALIDATION' ? t('signIn.fillIn') : errorText(error),
      );
    } finally {
      setBusy(undefined);
    }
  };

  return (
    <Page title={t('signIn.title')} lead={<p>{t('signIn.lead')}</p>}>
      {person && (
        <Callout kind="info" title={t('signIn.already', { name: person.name })}>
          {t('signIn.another')}
        </Callout>
      )}
      {ritorno !== undefined && !person && <Callout kind="info">{t('signIn.returns')}</Callout>}
      {failure && (
        <Callout kind="danger" role="alert">
          {failure}
        </Callout>
      )}
      <div className={demo ? 'iter-sign-in iter-sign-in-demo' : 'iter-sign-in'}>
        <PasswordForm busy={busy !== undefined} onSignIn={signIn} />
        {demo && <People busy={busy} onSignIn={signIn} />}
      </div>
    </Page>
  );
}

function PasswordForm({
  busy,
  onSignIn,
}: {
  busy: boolean;
  onSignIn: (username: string, password: string) => Promise<void>;
}) {
  const t = useTexts('app');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    void onSignIn(typedText(form, 'username').trim(), typedText(form, 'password'));
  };
  return (
    <Card title={t('signIn.account')}>
      <form onSubmit={submit} className="iter-sign-in-form">
        <TextInput
          label={t('signIn.username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextInput
          label={t('signIn.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button type="submit" busy={busy}>
          {t('signIn.submit')}
        </Button>
      </form>
    </Card>
  );
}

function People({
  busy,
  onSignIn,
}: {
  busy: string | undefined;
  onSignIn: (username: string, password: string) => Promise<void>;
}) {
  const t = useTexts('app');
  const [text, setText] = useState('');
  const { data } = useQuery({
    queryKey: ['demo-people'],
    queryFn: ({ signal }) => api.listDemoPeople({}, { signal }),
    staleTime: Infinity,
  });
  if (!data || data.items.length === 0) return null;
  const words = text.toLocaleLowerCase('it').split(/\s+/).filter(Boolean);
  const shown = data.items.filter((someone) => {
    const about = [someone.name, ...someone.roles.map(roleText)].join(' ').toLocaleLowerCase('it');
    return words.every((word) => about.includes(word));
  });
  return (
    <Card title={t('signIn.demo')}>
      <p>{t('signIn.demoText')}</p>
      <SearchBox
        label={t('signIn.search')}
        hideLabel
        placeholder={t('signIn.search')}
        value={text}
        onValue={setText}
      />
      <ul className="iter-people" aria-label={t('signIn.demo')}>
        {shown.map((someone) => (
          <li key={someone.username}>
            <PersonCard
              someone={someone}
              busy={busy === someone.username}
              onPick={() => void onSignIn(someone.username, data.password)}
            />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p role="status">{t('signIn.nobody')}</p>}
    </Card>
  );
}

function PersonCard({
  someone,
  busy,
  onPick,
}: {
  someone: DemoPeople['items'][number];
  busy: boolean;
  onPick: () => void;
}) {
  const t = useTexts('app');
  return (
    <button type="button" className="iter-person" onClick={onPick} aria-busy={busy || undefined}>
      <span className="iter-person-name">{someone.name}</span>
      {rolesInShort(someone.roles, (count) => t('user.offices', { count })).map((text) => (
        <span key={text} className="iter-person-role">
          {text}
        </span>
      ))}
      <Icon name="arrow-right" className="iter-person-go" />
    </button>
  );
}
