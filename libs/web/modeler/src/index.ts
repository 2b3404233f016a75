import './modeler.css';

export { ModelerPage } from './modeler.page.tsx';
