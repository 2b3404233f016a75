import type { Sheet } from '@iter/contract';
import { ZONE, Card, Definitions, Link, paths, useDates, useLocale, useTexts } from '@iter/web-kit';
import { levelText } from '../register/register-tree.ts';
import { reminderText, sourceText, termText } from './sheet-texts.ts';

interface PartProps {
  sheet: Sheet;
}

/** What sets the procedure going and what comes of it. */
export function Outcomes({ sheet: { triggers, outputs } }: PartProps) {
  const t = useTexts('register');
  if (triggers.length + outputs.length === 0) return null;
  return (
    <Card title={t('sheet.outcomes')}>
      <div className="iter-sheet-pair">
        <Points title={t('sheet.triggers')} points={triggers} />
        <Points title={t('sheet.outputs')} points={outputs} />
      </div>
    </Card>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <div>
      <h3 className="iter-sheet-subtitle">{title}</h3>
      <ul className="iter-sheet-points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

export function Facts({ sheet }: PartProps) {
  const t = useTexts('register');
  const dates = useDates();
  const { procedure, source } = sheet;
  return (
    <Card title={t('sheet.facts')}>
      <Definitions
        items={[
          { term: t('sheet.code'), value: procedure.code },
          {
            term: t('sheet.levels'),
            value: procedure.path.length > 0 && (
              <ol className="iter-sheet-levels">
                {procedure.path.map((level) => (
                  <li key={level.code}>{levelText(level)}</li>
                ))}
              </ol>
            ),
          },
          {
            term: t('sheet.published'),
            value:
              procedure.latest &&
              t('version', {
                version: procedure.latest.version,
                date: dates.shortDate(procedure.latest.publishedAt),
              }),
          },
          {
            term: t('sheet.cases'),
            value: (
              <Link to={`${paths.cases()}?procedimento=${encodeURIComponent(procedure.processId)}`}>
                {t('running', { count: procedure.running })}
              </Link>
            ),
          },
          {
            term: t('sheet.sourceTitle'),
            value: source && t('sheet.sourceOf', { file: source.file, lines: sourceText(source) }),
          },
        ]}
        stacked
      />
    </Card>
  );
}

export function Terms({ sheet: { terms } }: PartProps) {
  const t = useTexts('register');
  const locale = useLocale();
  if (terms.length === 0) return null;
  const monthDay = (isoDay: string) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'it-IT', {
      timeZone: ZONE,
      day: 'numeric',
      month: 'long',
    }).format(new Date(`${isoDay}T12:00:00Z`));
  return (
    <Card title={t('sheet.terms')}>
      <ul className="iter-sheet-terms">
        {terms.map((term) => (
          <li key={term.id}>
            <strong>{termText(term, t, monthDay)}</strong>
            {term.label && <span>{term.label}</span>}
            {term.basis && <span>{term.basis}</span>}
            {term.reminder && <span>{reminderText(term, t)}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Roles({ sheet: { roles } }: PartProps) {
  const t = useTexts('register');
  if (roles.length === 0) return null;
  return (
    <Card title={t('sheet.roles')}>
      <ul className="iter-sheet-terms">
        {roles.map(({ role, label, answersFor }) => (
          <li key={role}>
            <strong>{label}</strong>
            {answersFor && <span>{t('sheet.answersFor', { what: answersFor })}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Versions({ sheet: { versions } }: PartProps) {
  const t = useTexts('register');
  const dates = useDates();
  if (versions.length === 0) return null;
  return (
    <Card title={t('sheet.versions')}>
      <ul className="iter-sheet-terms">
        {versions.map((version) => (
          <li key={version.processDefinitionKey}>
            <strong>
              {t('version', { version: version.version, date: dates.shortDate(version.publishedAt) })}
            </strong>
            <span>
              {version.publishedByName
                ? t('sheet.publishedBy', { name: version.publishedByName })
                : t('sheet.publishedByProduct')}
            </span>
            {version.running > 0 && <span>{t('running', { count: version.running })}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Relatives({ sheet: { calls, calledBy } }: PartProps) {
  const t = useTexts('register');
  if (calls.length + calledBy.length === 0) return null;
  return (
    <Card title={t('sheet.relatives')}>
      <Processes title={t('sheet.calls')} processes={calls} />
      <Processes title={t('sheet.calledBy')} processes={calledBy} />
    </Card>
  );
}

function Processes({ title, processes }: { title: string; processes: Sheet['calls'] }) {
  if (processes.length === 0) return null;
  return (
    <>
      <h3 className="iter-sheet-subtitle">{title}</h3>
      <ul className="iter-sheet-points">
        {processes.map(({ processId, title: name }) => (
          <li key={processId}>
            <Link to={paths.sheet(processId)}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
