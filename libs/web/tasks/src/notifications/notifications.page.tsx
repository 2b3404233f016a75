import type { Notification } from '@iter/contract';
import {
  Badge,
  Button,
  EmptyState,
  Link,
  Page,
  QueryState,
  paths,
  useApi,
  useDates,
  useInvalidate,
  useTexts,
  useToasts,
} from '@iter/web-kit';
import { useMutation, useQuery } from '@tanstack/react-query';

/** What the product told the person: reminders, escalations, notices of procedures. */
export function NotificationsPage() {
  const t = useTexts('tasks');
  const api = useApi();
  const read = useRead();
  const found = useQuery({
    queryKey: ['notifications'],
    queryFn: ({ signal }) => api.listNotifications({}, { signal }),
  });
  const unread = found.data?.items.filter(({ readAt }) => readAt === null) ?? [];
  return (
    <Page
      title={t('notifications.title')}
      lead={found.data && <p>{t('notifications.unread', { count: found.data.unread })}</p>}
      actions={
        unread.length > 1 && (
          <Button
            look="outline"
            icon="check"
            busy={read.isPending}
            onClick={() => read.mutate(unread.map(({ notificationKey }) => notificationKey))}
          >
            {t('notifications.readAll')}
          </Button>
        )
      }
    >
      <QueryState query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('notifications.none')} icon="mail">
              {t('notifications.noneText')}
            </EmptyState>
          ) : (
            <ul className="iter-notices">
              {items.map((notice) => (
                <Notice
                  key={notice.notificationKey}
                  notice={notice}
                  onRead={() => read.mutate([notice.notificationKey])}
                />
              ))}
            </ul>
          )
        }
      </QueryState>
    </Page>
  );
}

function Notice({ notice, onRead }: { notice: Notification; onRead: () => void }) {
  const t = useTexts('tasks');
  const dates = useDates();
  const isNew = notice.readAt === null;
  return (
    <li className={isNew ? 'iter-notice iter-notice-new' : 'iter-notice'}>
      <div className="iter-notice-head">
        <h2 className="iter-notice-subject">{notice.subject}</h2>
        {isNew && <Badge tone="info">{t('notifications.new')}</Badge>}
      </div>
      <p className="iter-notice-text">{notice.text}</p>
      <p className="iter-notice-foot">
        <time dateTime={notice.createdAt}>{dates.dateTime(notice.createdAt)}</time>
        {notice.processInstanceKey && (
          <Link to={paths.case(notice.processInstanceKey)} onClick={() => isNew && onRead()}>
            {notice.businessId
              ? t('notifications.case', { number: notice.businessId })
              : t('notifications.openCase')}
          </Link>
        )}
        {isNew && (
          <Button
            small
            look="quiet"
            onClick={onRead}
            aria-label={t('notifications.readOf', { subject: notice.subject })}
          >
            {t('notifications.read')}
          </Button>
        )}
      </p>
    </li>
  );
}

function useRead() {
  const api = useApi();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  return useMutation({
    mutationFn: (keys: string[]) =>
      Promise.all(keys.map((notificationKey) => api.readNotification({ params: { notificationKey } }))),
    onError: (error) => toasts.error(error),
    onSettled: () => invalidate('notifications'),
  });
}
