import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '../viewer/viewer.ts';
import type { CaseFacts, ProcessFacts, TaskFacts } from './facts.ts';
import {
  officesToStartFor,
  refusalToAssignTask,
  refusalToCompleteTask,
  refusalToEditProcess,
  refusalToStart,
  refusalToSteerCase,
  refusalToWorkJobs,
} from './may.ts';

function viewer(userId: string, overrides: Partial<Viewer> = {}): Viewer {
  return {
    tenantId: '<default>',
    userId,
    groups: [],
    holdings: [],
    managedOffices: [],
    owns: [],
    ownedProcesses: [],
    abilities: [],
    ...overrides,
  };
}
function holder(userId: string, role: string, office: string, overrides: Partial<Viewer> = {}): Viewer {
  return viewer(userId, { groups: [role, `${role}@${office}`], holdings: [{ role, office }], ...overrides });
}

const clerk = holder('clerk', 'clerk', 'purchases');
const colleague = holder('colleague', 'clerk', 'purchases');
const stranger = holder('stranger', 'clerk', 'metrology');
const head = holder('head', 'head', 'purchases', { abilities: ['manager'], managedOffices: ['purchases'] });
const otherHead = holder('otherHead', 'head', 'metrology', {
  abilities: ['manager'],
  managedOffices: ['metrology'],
});
const director = holder('director', 'secretary', 'general', { abilities: ['director'] });
const owner = holder('owner', 'planner', 'planning', {
  abilities: ['process-owner'],
  owns: ['A1'],
  ownedProcesses: ['buy'],
});
const administrator = holder('admin', 'admin', 'it', { abilities: ['administrator'] });
const client = viewer('client', { abilities: ['machine-client'] });
const foreigner: Viewer = { ...director, tenantId: 'other', abilities: ['director', 'machine-client'] };
const everybody = {
  clerk,
  colleague,
  stranger,
  head,
  otherHead,
  director,
  owner,
  administrator,
  client,
  foreigner,
};

const aCase: CaseFacts = {
  tenantId: '<default>',
  processId: 'buy',
  office: 'purchases',
  rootProcessId: 'buy',
  rootOffice: 'purchases',
};
const open: TaskFacts = {
  ...aCase,
  assignee: null,
  candidateGroups: ['clerk@purchases'],
  candidateUsers: [],
};
const mine: TaskFacts = { ...open, assignee: 'clerk' };

function allowed(refusal: (viewer: Viewer) => unknown): string[] {
  return Object.entries(everybody)
    .filter(([, who]) => refusal(who) === null)
    .map(([name]) => name);
}

describe('who may complete a task', () => {
  it('is every candidate while nobody has it', () => {
    expect(allowed((who) => refusalToCompleteTask(who, open))).toEqual(['clerk', 'colleague', 'client']);
  });
  it('is only the assignee once somebody has it', () => {
    expect(allowed((who) => refusalToCompleteTask(who, mine))).toEqual(['clerk', 'client']);
    expect(refusalToCompleteTask(head, mine)).toBe('TASK_NOT_YOURS');
  });
  it('is a named candidate user without the group', () => {
    const named: TaskFacts = { ...open, candidateGroups: [], candidateUsers: ['stranger'] };
    expect(allowed((who) => refusalToCompleteTask(who, named))).toEqual(['stranger', 'client']);
  });
  it('is the role in any office where the group names none', () => {
    const anywhere: TaskFacts = { ...open, candidateGroups: ['clerk'] };
    expect(allowed((who) => refusalToCompleteTask(who, anywhere))).toEqual([
      'clerk',
      'colleague',
      'stranger',
      'client',
    ]);
  });
});

describe('who may assign a task', () => {
  it('lets candidates claim what nobody has', () => {
    expect(allowed((who) => refusalToAssignTask(who, open, who))).toEqual([
      'clerk',
      'colleague',
      'head',
      'director',
      'owner',
      'client',
    ]);
    expect(refusalToAssignTask(colleague, mine, colleague)).toBe('TASK_ALREADY_ASSIGNED');
    expect(refusalToAssignTask(stranger, open, stranger)).toBe('TASK_NOT_YOURS');
  });
  it('lets the assignee hand it to another candidate and to nobody else', () => {
    expect(refusalToAssignTask(clerk, mine, colleague)).toBeNull();
    expect(refusalToAssignTask(clerk, mine, stranger)).toBe('NOT_CANDIDATE');
    expect(refusalToAssignTask(colleague, mine, clerk)).toBe('TASK_NOT_YOURS');
    expect(refusalToAssignTask(head, mine, stranger)).toBeNull();
  });
  it('lets the assignee and who steers the case release it', () => {
    expect(allowed((who) => refusalToAssignTask(who, mine, null))).toEqual([
      'clerk',
      'head',
      'director',
      'owner',
      'client',
    ]);
  });
});

describe('who may steer a case', () => {
  it('is its office, its owner, a director and a machine client; never an administrator', () => {
    expect(allowed((who) => refusalToSteerCase(who, aCase))).toEqual(['head', 'director', 'owner', 'client']);
    expect(refusalToSteerCase(otherHead, aCase)).toBe('OFFICE_NOT_YOURS');
    expect(refusalToSteerCase(administrator, aCase)).toBe('FORBIDDEN');
  });
  it('is who may steer the case it was called from', () => {
    const called: CaseFacts = { ...aCase, processId: 'resolution', office: null };
    expect(allowed((who) => refusalToSteerCase(who, called))).toEqual([
      'head',
      'director',
      'owner',
      'client',
    ]);
  });
});

describe('who may start a process', () => {
  const process: ProcessFacts = {
    tenantId: '<default>',
    processId: 'buy',
    code: 'A1.2.1.1',
    starterGroups: ['head', 'clerk@purchases'],
  };
  it('is who holds a starting role, for the offices in which it is held', () => {
    expect(allowed((who) => refusalToStart(who, process))).toEqual([
      'clerk',
      'colleague',
      'head',
      'otherHead',
      'owner',
      'client',
    ]);
    expect(officesToStartFor(otherHead, process)).toEqual(['metrology']);
    expect(refusalToStart(clerk, process, 'metrology')).toBe('OFFICE_NOT_YOURS');
    expect(refusalToStart(clerk, process, 'purchases')).toBeNull();
    expect(officesToStartFor(client, process)).toBeNull();
  });
  it('is everybody with an office where the process names no starters', () => {
    const free = { ...process, starterGroups: [] };
    expect(refusalToStart(stranger, free, 'metrology')).toBeNull();
    expect(refusalToStart(viewer('nobody'), free)).toBe('FORBIDDEN');
    expect(refusalToStart(foreigner, free)).toBe('FORBIDDEN');
  });
});

describe('who may edit a process and work jobs', () => {
  const edit = (code: string | null) => (who: Viewer) =>
    refusalToEditProcess(who, { tenantId: '<default>', processId: 'x', code });
  it('is the owner of the code or of one above it', () => {
    expect(allowed(edit('A1'))).toEqual(['owner', 'client']);
    expect(allowed(edit('A1.2.1.1'))).toEqual(['owner', 'client']);
    expect(allowed(edit('A12'))).toEqual(['client']);
    expect(allowed(edit(null))).toEqual(['client']);
  });
  it('leaves jobs to machine clients', () => {
    expect(allowed((who) => refusalToWorkJobs(who))).toEqual(['client', 'foreigner']);
  });
});
