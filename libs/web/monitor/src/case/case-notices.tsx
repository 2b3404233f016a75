import { Card, useApi, useDates, useTexts } from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';

/** Notices that the case sent, whoever they went to. Nothing is drawn while there are none. */
export function CaseNotices({ processInstanceKey }: { processInstanceKey: string }) {
  const t = useTexts('monitor');
  const api = useApi();
  const dates = useDates();
  const found = useQuery({
    queryKey: ['notifications', 'case', processInstanceKey],
    queryFn: ({ signal }) => api.listNotifications({ query: { processInstanceKey } }, { signal }),
  });
  const notices = found.data?.items ?? [];
  if (notices.length === 0) return null;
  return (
    <Card title={t('notices.title')}>
      <ul className="iter-monitor-plain">
        {notices.map((notice) => (
          <li key={notice.notificationKey}>
            <span className="iter-row-title">{notice.subject}</span>
            <span className="iter-row-sub">{dates.shortDateTime(notice.createdAt)}</span>
            <span>{notice.text}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
