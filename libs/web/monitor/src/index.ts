import './monitor.css';

export { CaseListPage } from './case-list/case-list.page.tsx';
export { CasePage } from './case/case.page.tsx';
export { LiveProcessPage } from './live-process/live-process.page.tsx';
