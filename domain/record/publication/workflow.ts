import type { LetterKind } from '../../letters/letter-kind.ts'
import type { Workflow } from '../../workflow/workflow.ts'
import type { PublicationAct } from './publication-act.ts'
import type { PublicationState } from './publication-record.ts'

const plain = { clock: 'none', letter: null, article: null } as const
const desk = { ...plain, roles: ['disclosure_officer', 'head', 'administrator'] } as const
/** Whoever prepares an entry does not review it. */
const reviewing = { ...plain, roles: ['reviewer', 'head'] } as const

const withdraw = { ...desk, act: 'publication.withdraw', to: 'withdrawn', requires: ['reason'] } as const
const revise = { ...desk, act: 'publication.revise', to: 'draft', clock: 'fresh', article: 'ogi2019:26' } as const

/** What may be done with an entry that is public, corrected or not. */
const publicLines = [
  { ...desk, act: 'publication.add_channel', to: 'same', article: 'ogi2019:23' },
  { ...desk, act: 'publication.hand_over', to: 'same', letter: 'deposit_list', article: 'ogi2019:25(3)' },
  { ...desk, act: 'publication.hand_over_on_list', to: 'same', article: 'ogi2019:25(3)' },
  { ...desk, act: 'publication.deposit_receipt', to: 'same', article: 'ogi2019:25(3)' },
  { ...desk, act: 'publication.interpret', to: 'same' },
  {
    ...desk,
    act: 'publication.correct',
    to: 'corrected',
    guard: 'review_forbids_nothing',
    requires: ['reason'],
    article: 'ogi2019:6(1)',
  },
  revise,
  { ...desk, act: 'publication.set_validity', to: 'same', guard: 'has_validity', article: 'ogi2019:20(1)(1)' },
  { ...desk, act: 'publication.decision_changed', to: 'same', guard: 'is_penalty', article: 'penaltyPublication:11' },
  { ...withdraw, clock: 'stop' },
  {
    ...desk,
    act: 'publication.archive',
    to: 'archived',
    guard: 'period_over',
    clock: 'stop',
    article: 'penaltyPublication:13(1)',
  },
] as const

/** An entry of the proactive catalogue: prepared, reviewed, out, kept right, taken down (条例 arts 17–26). */
export const publicationWorkflow = {
  entity: 'publication',
  states: {
    none: [{ ...desk, act: 'publication.draft', to: 'draft', clock: 'start', article: 'ogi2019:26' }],
    draft: [
      { ...desk, act: 'publication.edit', to: 'same' },
      { ...desk, act: 'publication.submit', to: 'review', article: 'ogi2019:17(2)' },
      {
        ...desk,
        act: 'publication.release',
        to: 'released',
        guard: 'reviewed',
        clock: 'stop',
        article: 'ogi2019:17(2)',
      },
      withdraw,
    ],
    review: [
      { ...desk, act: 'publication.recall', to: 'draft', requires: ['reason'], timed: true },
      {
        ...reviewing,
        act: 'publication.clear',
        to: 'cleared',
        guard: 'review_forbids_nothing',
        article: 'secrecyRegulation:42',
      },
      { ...reviewing, act: 'publication.withhold', to: 'withheld', clock: 'stop', article: 'ogi2019:13(1)' },
      { ...reviewing, act: 'publication.consult', to: 'consulting', article: 'ogi2019:17(3)' },
      withdraw,
    ],
    consulting: [
      { ...reviewing, act: 'publication.determine', to: 'cleared', guard: 'may_release', article: 'ogi2019:17(3)' },
      {
        ...reviewing,
        act: 'publication.determine',
        to: 'withheld',
        guard: 'may_not_release',
        clock: 'stop',
        article: 'ogi2019:17(3)',
      },
      {
        ...reviewing,
        act: 'publication.no_determination',
        to: 'withheld',
        guard: 'answer_overdue',
        clock: 'stop',
        timed: true,
        article: 'ogi2019:17(3)',
      },
      { ...withdraw, guard: 'is_public' },
    ],
    withheld: [
      { ...withdraw, guard: 'is_public' },
      { ...reviewing, act: 'publication.reevaluate', to: 'same', guard: 'kept', timed: true, article: 'ogi2019:18' },
      {
        ...reviewing,
        act: 'publication.reevaluate',
        to: 'draft',
        guard: 'may_release',
        clock: 'fresh',
        timed: true,
        article: 'ogi2019:18',
      },
    ],
    cleared: [
      { ...desk, act: 'publication.release', to: 'released', clock: 'stop', article: 'ogi2019:26' },
      { ...desk, act: 'publication.recall', to: 'draft', requires: ['reason'] },
      withdraw,
    ],
    released: publicLines,
    corrected: publicLines,
    withdrawn: [revise],
    archived: [],
  },
  always: [],
  waiting: ['review', 'consulting', 'withheld'],
  final: ['archived'],
} as const satisfies Workflow<PublicationAct['kind'], PublicationState, LetterKind>
