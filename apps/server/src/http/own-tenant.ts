import type { Viewer } from '@iter/identity';
import { Refusal } from './refusal.ts';

/** A request may name its tenant; another than the caller's own is refused. */
export function requireOwnTenant(viewer: Viewer, tenantId: string | undefined): void {
  if (tenantId !== undefined && tenantId !== viewer.tenantId) throw new Refusal('FORBIDDEN');
}
