import type { Person } from '@iter/contract';
import { Icon, Menu, useLocale, useTexts, useToasts } from '@iter/web-kit';
import { changeLocale } from '../i18n.ts';
import { api } from '../queries.ts';
import { rolesInShort } from '../roles.ts';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word[0]!.toUpperCase())
    .join('');

/** Name, roles, language, sign out. */
export function UserMenu({ person }: { person: Person }) {
  const t = useTexts('app');
  const locale = useLocale();
  const toasts = useToasts();
  const other = locale === 'it' ? 'en' : 'it';
  const roles = rolesInShort(person.roles, (count) => t('user.offices', { count }));

  const signOut = async () => {
    try {
      await api.signOut();
      // A new start of the page forgets everything that the person saw.
      location.assign('/accesso');
    } catch (error) {
      toasts.error(error);
    }
  };

  return (
    <Menu
      label={t('user.menu', { name: person.name })}
      wordy
      triggerClassName="iter-user-button"
      trigger={
        <>
          <span className="iter-avatar" aria-hidden="true">
            {initials(person.name)}
          </span>
          <span className="iter-user-words">
            <span className="iter-user-name">{person.name}</span>
            {person.roles[0] && <span className="iter-user-role">{person.roles[0].label}</span>}
          </span>
          <Icon name="expand" />
        </>
      }
      header={
        <>
          <p>
            <strong>{person.name}</strong>
          </p>
          <ul className="iter-user-roles">
            {roles.map((role) => (
              <li key={role}>{role}</li>
            ))}
          </ul>
        </>
      }
      entries={[
        {
          id: 'language',
          label: t(`language.switch`),
          lang: other,
          icon: 'comment',
          onAction: () => void changeLocale(other, true),
        },
        { id: 'sign-out', label: t('user.signOut'), icon: 'logout', onAction: () => void signOut() },
      ]}
    />
  );
}
