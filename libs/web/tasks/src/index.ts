import './tasks.css';

export { NotificationsPage } from './notifications/notifications.page.tsx';
export { StartListPage } from './start/start-list.page.tsx';
export { StartPage } from './start/start.page.tsx';
export { TaskListPage } from './task-list/task-list.page.tsx';
export { TaskPage } from './task/task.page.tsx';
