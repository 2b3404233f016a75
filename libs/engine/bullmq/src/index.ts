export {
  createDoorbells,
  type DoorbellConnection,
  type DoorbellOptions,
  type Doorbells,
} from './doorbells.ts';
