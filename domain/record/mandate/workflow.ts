import type { Role } from '../../case/role.ts'
import type { LetterKind } from '../../letters/letter-kind.ts'
import type { Workflow } from '../../workflow/workflow.ts'
import type { MandateAct } from './mandate-act.ts'
import type { MandateState } from './mandate-record.ts'

const roles = ['clerk', 'agent', 'disclosure_officer', 'head', 'administrator'] as const satisfies readonly Role[]
const line = { roles, clock: 'none', letter: null, article: null } as const

const revoke = {
  ...line,
  act: 'mandate.revoke',
  to: 'revoked',
  article: 'civilCode:173',
  requires: ['reason'],
} as const
const expire = {
  ...line,
  act: 'mandate.expire',
  to: 'expired',
  article: 'civilCode:173',
  guard: 'time_run_out',
  timed: true,
} as const

/** A mandate, from the paper to its end. Its end by date shows by itself; the record of it is made by a person. */
export const mandateWorkflow = {
  entity: 'mandate',
  states: {
    none: [
      {
        ...line,
        act: 'mandate.draft',
        to: 'drafted',
        letter: 'mandate',
        article: 'civilCode:165',
        guard: 'agency_allowed',
        requires: ['content'],
      },
    ],
    drafted: [
      { ...line, act: 'mandate.sign', to: 'signed', article: 'civilCode:165', requires: ['signature', 'idScans'] },
      revoke,
      expire,
    ],
    signed: [{ ...line, act: 'mandate.activate', to: 'active', guard: 'within_term' }, revoke, expire],
    active: [
      { ...line, act: 'mandate.use', to: 'same', article: 'civilCode:162', guard: 'covered', requires: ['caseId'] },
      { ...line, act: 'mandate.delegate', to: 'same', article: 'civilCode:169', guard: 'sub_agency' },
      revoke,
      expire,
      { ...line, act: 'mandate.complete', to: 'used_up', article: 'civilCode:173', requires: ['reason'] },
    ],
    expired: [],
    revoked: [],
    used_up: [],
  },
  always: [],
  // The principal is waited for to sign, the agent to finish.
  waiting: ['drafted', 'signed', 'active'],
  final: ['expired', 'revoked', 'used_up'],
} as const satisfies Workflow<MandateAct['kind'], MandateState, LetterKind>
