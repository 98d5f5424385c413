import type { Decided } from '../../case/case-module.ts'
import type { FieldProblem } from '../../case/refusal.ts'
import type { Recorded } from '../../workflow/recorded.ts'
import { openedRecord, type RecordModule } from '../record-module.ts'
import type { ConflictAct, ConflictRecord } from './conflict-record.ts'
import { conflictWorkflow } from './workflow.ts'

/** 冲突处理: what people make of an act that did not take effect. */
export const conflictModule: RecordModule<ConflictRecord, ConflictAct> = {
  workflow: conflictWorkflow,
  validate: (_state, act) => validate(act),
  guard: () => null,
  fold: (state, entity, operation) => (state === null ? opened(entity, operation) : decided(state, operation)),
  head: ({ lost, status, openedOn }) => ({
    title: `conflict ${lost.act}`,
    organ: null,
    caseId: lost.entity,
    key: conflictKey(lost.op),
    date: openedOn,
    due: null,
    closed: status === 'settled',
    words: [],
  }),
}

/** One record for one lost act, whoever speaks of it first. */
export const conflictKey = (op: string): string => `conflict:${op}`

/** To give one's act up needs no reason: the one in force stands. What goes against that, or to somebody else, says why. */
const validate = (act: ConflictAct): readonly FieldProblem[] => {
  const needed = act.kind !== 'conflict.settle' || act.way === 'resubmit'
  return needed && act.reason.trim() === '' ? [{ field: 'reason', code: 'required' }] : []
}

type Operation = Recorded<ConflictAct, Decided>

const opened = (entity: string, { kind, data }: Operation): ConflictRecord => {
  if (kind === 'conflict.decide') throw new Error(`${kind} without a conflict`)
  const { lost, dependents, on } = data
  const common = { ...openedRecord(entity), kind: 'conflict', lost, dependents, openedOn: on } as const
  return kind === 'conflict.refer'
    ? { ...common, status: 'referred', referral: data.reason, decision: null }
    : { ...common, status: 'settled', referral: null, decision: { way: data.way, reason: data.reason, on } }
}

const decided = (state: ConflictRecord, { kind, data }: Operation): ConflictRecord => {
  if (kind !== 'conflict.decide') throw new Error(`conflict ${state.id} exists`)
  return { ...state, status: 'settled', decision: { way: data.way, reason: data.reason, on: data.on } }
}
