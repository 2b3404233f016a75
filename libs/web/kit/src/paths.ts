/** Addresses of the pages. The only place where they are written; values are encoded here. */
const seg = encodeURIComponent;

export const paths = {
  signIn: (returnTo?: string): string =>
    returnTo && returnTo !== '/' ? `/accesso?ritorno=${seg(returnTo)}` : '/accesso',
  tasks: (): string => '/attivita',
  task: (userTaskKey: string): string => `/attivita/${seg(userTaskKey)}`,
  startList: (): string => '/avvia',
  start: (processId: string): string => `/avvia/${seg(processId)}`,
  register: (): string => '/procedimenti',
  sheet: (processId: string): string => `/procedimenti/${seg(processId)}`,
  modeler: (processId: string): string => `/procedimenti/${seg(processId)}/modifica`,
  cases: (): string => '/pratiche',
  case: (processInstanceKey: string): string => `/pratiche/${seg(processInstanceKey)}`,
  liveProcess: (processId: string): string => `/pratiche/processo/${seg(processId)}`,
  notifications: (): string => '/notifiche',
  publications: (): string => '/albo',
} as const;
