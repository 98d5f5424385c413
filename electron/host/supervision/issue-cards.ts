import type { Refusal } from '../../../domain/case/refusal.ts'
import type { OrderKind, TaskAct } from '../../../domain/record/task/task-act.ts'
import type { CenterSettings } from '../../../domain/settings/center-settings.ts'
import type { Result } from '../../../domain/result.ts'
import type { SignalLevel } from '../../../domain/supervision/rule.ts'
import type { Actor } from '../perform/perform.ts'
import type { PerformRecord, PerformedRecord } from '../perform/perform-record.ts'
import { toMutable } from '../mutable.ts'
import type { FoundSignal } from './scan.ts'

const cards: Readonly<Record<SignalLevel, OrderKind | null>> = {
  notice: null,
  warning: null,
  yellow: 'yellow_card',
  red: 'red_card',
}

export interface IssuedCard {
  readonly found: FoundSignal
  readonly card: Result<PerformedRecord, Refusal>
}

/** A card for every yellow or red signal that has none yet (SUP-22). `content` words the signal for the order. */
export const issueCards = (
  { performRecord, newId }: { readonly performRecord: PerformRecord; readonly newId: () => string },
  signals: readonly FoundSignal[],
  limits: CenterSettings['tasks'],
  content: (found: FoundSignal) => string,
  actor: Actor,
): readonly IssuedCard[] =>
  signals.flatMap((found) => {
    const task = cards[found.signal.level]
    // A task that is answered late is escalated (`task.escalate`), or cards would be given for cards.
    if (task === null || found.carded || found.organ === null || found.record === 'task') return []
    const act: TaskAct = {
      kind: 'task.order',
      task,
      caseId: found.caseNo === null ? null : found.signal.subject,
      organ: found.organ,
      person: null,
      content: content(found),
      signals: [found.signal.id],
      limits: limits[task],
    }
    return [{ found, card: performRecord(toMutable({ recordId: newId(), base: 0, act }), actor) }]
  })
