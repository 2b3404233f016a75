import './register.css';

export { PublicationsPage } from './publications/publications.page.tsx';
export { RegisterPage } from './register/register.page.tsx';
export { SheetPage } from './sheet/sheet.page.tsx';
