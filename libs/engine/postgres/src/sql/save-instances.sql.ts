import type { TurnWrite } from '@iter/engine-runtime';
import { quoted, selected, unnest, type Column, type Statement } from './statement.ts';

/** A turn and its place in the batch, by which the winners are known. */
export interface NumberedTurn extends TurnWrite {
  readonly n: number;
}

/**
 * `won`: the turns whose version was still the expected one, or whose instance is new, and whose outbox row, if
 * they answer one, was still there. All other parts of the statement keep to these.
 */
export function saveInstances(statement: Statement, turns: readonly NumberedTurn[]): void {
  const consumes = turns.some((turn) => turn.consumes !== null);
  if (consumes) lockConsumed(statement, turns);
  const won: string[] = [];
  const updates = turns.filter((turn) => turn.expectedVersion > 0);
  if (updates.length > 0) won.push(updateInstances(statement, updates, consumes));
  const creations = turns.filter((turn) => turn.expectedVersion === 0);
  if (creations.length > 0) won.push(createInstances(statement, creations, consumes));
  statement.parts.push(`won AS MATERIALIZED (${won.join(' UNION ALL ')})`);
}

/** Locks the answered outbox rows first: of two nodes that do the same effect one finds it gone. */
function lockConsumed(statement: Statement, turns: readonly NumberedTurn[]): void {
  const keys = turns.flatMap((turn) => turn.consumes ?? []);
  const source = unnest(statement, 'c', [{ name: 'key', type: 'key', values: keys }]);
  statement.parts.push(
    `consumed AS MATERIALIZED (
      SELECT o.key FROM ${source} JOIN "outbox" o ON o.key = c.key ORDER BY o.key FOR UPDATE OF o)`,
  );
}

function stillConsumable(alias: string): string {
  return `CASE WHEN ${alias}."consumes" IS NULL THEN true
    WHEN ${alias}."consumes" IN (SELECT consumed.key FROM consumed) THEN true ELSE false END`;
}

function consumesColumn(turns: readonly NumberedTurn[]): Column {
  return { name: 'consumes', type: 'key', values: turns.map((turn) => turn.consumes) };
}

function updateInstances(statement: Statement, turns: readonly NumberedTurn[], consumes: boolean): string {
  const redefinition = turns.some(({ redefined }) => redefined) ? definitionColumns(turns) : [];
  const source = unnest(statement, 't', [
    { name: 'n', type: 'integer', values: turns.map((turn) => turn.n) },
    { name: 'instance', type: 'bigint', values: turns.map((turn) => turn.facts.instance) },
    { name: 'expected', type: 'integer', values: turns.map((turn) => turn.expectedVersion) },
    { name: 'state', type: 'bytea', values: turns.map((turn) => turn.state) },
    { name: 'status', type: 'text', values: turns.map((turn) => turn.status) },
    ...(consumes ? [consumesColumn(turns)] : []),
    ...redefinition,
  ]);
  const redefined = redefinition.map(({ name }) => `, "${name}" = t."${name}"`).join('');
  statement.parts.push(
    `updated AS (
      UPDATE "instance" i SET "state" = t.state, "version" = i."version" + 1, "status" = t.status${redefined}
      FROM ${source}
      WHERE i."instance" = t.instance AND i."version" = t.expected${consumes ? ` AND ${stillConsumable('t')}` : ''}
      RETURNING t.n)`,
  );
  return 'SELECT n FROM updated';
}

function createInstances(statement: Statement, turns: readonly NumberedTurn[], consumes: boolean): string {
  const columns = creationColumns(turns);
  const source = unnest(statement, 't', consumes ? [...columns, consumesColumn(turns)] : columns);
  const numbers = unnest(statement, 't', [
    { name: 'n', type: 'integer', values: turns.map((turn) => turn.n) },
    { name: 'instance', type: 'bigint', values: turns.map((turn) => turn.facts.instance) },
  ]);
  statement.parts.push(
    `created AS (
      INSERT INTO "instance" (${quoted(columns)})
      SELECT ${selected('t', columns)} FROM ${source}${consumes ? ` WHERE ${stillConsumable('t')}` : ''}
      ON CONFLICT DO NOTHING RETURNING "instance")`,
  );
  return `SELECT t.n FROM ${numbers}
    WHERE CASE WHEN t.instance IN (SELECT created."instance" FROM created) THEN true ELSE false END`;
}

function creationColumns(turns: readonly NumberedTurn[]): Column[] {
  const facts = turns.map((turn) => turn.facts);
  return [
    { name: 'instance', type: 'bigint', values: facts.map((fact) => fact.instance) },
    { name: 'version', type: 'integer', values: turns.map(() => 1) },
    { name: 'status', type: 'text', values: turns.map((turn) => turn.status) },
    { name: 'state', type: 'bytea', values: turns.map((turn) => turn.state) },
    { name: 'tenant_id', type: 'text', values: facts.map((fact) => fact.tenantId) },
    ...definitionColumns(turns),
    { name: 'root_instance', type: 'bigint', values: facts.map((fact) => fact.rootInstance) },
    { name: 'month', type: 'date', values: facts.map((fact) => fact.month) },
    { name: 'parent_instance', type: 'bigint', values: facts.map((fact) => fact.parent?.instance ?? null) },
    { name: 'parent_local', type: 'integer', values: facts.map((fact) => fact.parent?.local ?? null) },
    { name: 'business_id', type: 'text', values: facts.map((fact) => fact.businessId) },
    { name: 'tags', type: 'text[]', values: facts.map((fact) => fact.tags) },
    { name: 'started_at', type: 'timestamptz', values: facts.map((fact) => fact.startedAt) },
  ];
}

/** What a migration changes. */
function definitionColumns(turns: readonly NumberedTurn[]): Column[] {
  const facts = turns.map((turn) => turn.facts);
  return [
    { name: 'definition_key', type: 'key', values: facts.map((fact) => fact.definitionKey) },
    { name: 'process_id', type: 'text', values: facts.map((fact) => fact.processId) },
    { name: 'process_version', type: 'integer', values: facts.map((fact) => fact.processVersion) },
    { name: 'process_name', type: 'text', values: facts.map((fact) => fact.processName) },
    { name: 'started_by_key', type: 'text', values: facts.map((fact) => fact.startedByKey) },
  ];
}
