import type { ProcedureRow } from '@iter/contract';
import { Badge, ButtonLink, Icon, Link, paths, useDates, useTexts } from '@iter/web-kit';
import { useState } from 'react';
import { levelText, type RegisterNode } from './register-tree.ts';

/** Nested lists with buttons that fold: they read well, with and without seeing them. */
export function RegisterTree({ root, open }: { root: RegisterNode; open: boolean }) {
  return (
    <div className="iter-register">
      {root.children.map((node) => (
        <Branch key={branchKey(node, open)} node={node} open={open} />
      ))}
      {root.procedures.length > 0 && <Procedures rows={root.procedures} />}
    </div>
  );
}

/** A search opens what it found; without one the branches fold again: each of them begins anew. */
const branchKey = ({ code }: RegisterNode, open: boolean): string => `${code} ${open}`;

function Branch({ node: top, open }: { node: RegisterNode; open: boolean }) {
  const t = useTexts('register');
  const [isOpen, setOpen] = useState(open);
  const { above, node } = skipSingles(top);
  return (
    <div className="iter-branch">
      <button
        type="button"
        className="iter-branch-head"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'collapse' : 'expand'} />
        <span className="iter-branch-words">
          {above.length > 0 && <span className="iter-branch-above">{above.map(levelText).join(' › ')}</span>}
          <span className="iter-branch-title">{levelText(node)}</span>
        </span>
        {!isOpen && (
          <span className="iter-branch-counts">
            <span className="iter-muted">{t('count', { count: node.count })}</span>
            {node.late > 0 && <Badge tone="danger">{t('late', { count: node.late })}</Badge>}
          </span>
        )}
      </button>
      {isOpen && (
        <div className="iter-branch-body">
          {node.children.map((child) => (
            <Branch key={branchKey(child, open)} node={child} open={open} />
          ))}
          {node.procedures.length > 0 && <Procedures rows={node.procedures} />}
        </div>
      )}
    </div>
  );
}

/** Levels that hold nothing but one further level stand together in one line. */
function skipSingles(top: RegisterNode): { above: RegisterNode[]; node: RegisterNode } {
  const above: RegisterNode[] = [];
  let node = top;
  while (node.children.length === 1 && node.procedures.length === 0) {
    above.push(node);
    node = node.children[0]!;
  }
  return { above, node };
}

function Procedures({ rows }: { rows: readonly ProcedureRow[] }) {
  return (
    <ul className="iter-procedures">
      {rows.map((row) => (
        <Procedure key={row.processId} row={row} />
      ))}
    </ul>
  );
}

function Procedure({ row }: { row: ProcedureRow }) {
  const t = useTexts('register');
  const dates = useDates();
  return (
    <li className="iter-procedure">
      <div className="iter-procedure-words">
        {row.code && <span className="iter-procedure-code">{row.code}</span>}
        <Link to={paths.sheet(row.processId)} className="iter-procedure-title">
          {row.title}
        </Link>
        <span className="iter-procedure-facts">
          {row.latest ? (
            <span>
              {t('version', { version: row.latest.version, date: dates.shortDate(row.latest.publishedAt) })}
            </span>
          ) : (
            <Badge tone="warning" icon="pencil">
              {t('onlyDraft')}
            </Badge>
          )}
          {row.latest && row.draft && (
            <Badge tone="info" icon="pencil">
              {t('draftBy', { name: row.draft.byName })}
            </Badge>
          )}
          {row.newerSeed && (
            <Badge tone="warning" icon="info-circle">
              {t('newerSeed')}
            </Badge>
          )}
          {row.running > 0 && <Badge tone="neutral">{t('running', { count: row.running })}</Badge>}
          {row.late > 0 && <Badge tone="danger">{t('late', { count: row.late })}</Badge>}
          {row.incidents > 0 && (
            <Badge tone="danger" icon="error">
              {t('incidents', { count: row.incidents })}
            </Badge>
          )}
        </span>
      </div>
      {row.canStart && (
        <ButtonLink
          small
          look="outline"
          to={paths.start(row.processId)}
          aria-label={t('startOf', { title: row.title })}
        >
          {t('start')}
        </ButtonLink>
      )}
    </li>
  );
}
