import type { PersonName as ContractPersonName, TaskRow } from '@iter/contract';

export type PersonName = ContractPersonName;
export type CandidateLabel = TaskRow['candidates'][number];
