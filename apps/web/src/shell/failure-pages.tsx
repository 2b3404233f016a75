import { ApiProblem } from '@iter/contract';
import { Button, ButtonLink, EmptyState, Page, paths, useErrorText, useTexts } from '@iter/web-kit';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useTexts('app');
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        title={t('notFound.lead')}
        icon="map-marker"
        actions={<ButtonLink to={paths.tasks()}>{t('notFound.home')}</ButtonLink>}
      >
        {t('notFound.text')}
      </EmptyState>
    </Page>
  );
}

/** A page that failed: the rest of the product stays usable. */
export function FailurePage({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useTexts('app');
  const errorText = useErrorText();
  // After an update of the product the files of the old version are gone.
  const outdated = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  const text =
    error instanceof ApiProblem ? errorText(error) : t(outdated ? 'failure.outdated' : 'failure.text');
  return (
    <Page title={t('failure.title')}>
      <EmptyState
        title={text}
        icon="error"
        actions={
          <>
            <Button icon="refresh" onClick={() => (outdated ? location.reload() : reset())}>
              {t(outdated ? 'failure.reload' : 'failure.retry')}
            </Button>
            <ButtonLink to={paths.tasks()} look="outline">
              {t('notFound.home')}
            </ButtonLink>
          </>
        }
      />
    </Page>
  );
}
