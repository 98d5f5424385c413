import type { Today } from '../../../contract/queries/today.ts'
import type { StoreReader } from '../../../db/store.ts'
import { allModules } from '../../../domain/case/modules.ts'
import { permittedActs } from '../../../domain/workflow/workflow.ts'
import { type PlainDate, startOfDayInShanghai } from '../../../domain/plain-date.ts'

/** Acts of this device today, counted by what they do. One that opens a case and accepts it counts as both. */
export const doneToday = (read: StoreReader, today: PlainDate): Today['done'] => {
  const { kinds, first } = read.queue.doneSince(startOfDayInShanghai(today))
  const sum = (counted: (kind: string) => boolean): number =>
    [...kinds].reduce((all, [kind, n]) => all + (counted(kind) ? n : 0), 0)
  return {
    since: first,
    received: sum((kind) => opening().has(kind)),
    accepted: sum((kind) => accepting.has(kind)),
    noticed: sum((kind) => noticing.has(kind)),
    handedOver: sum((kind) => handing.has(kind)),
  }
}

let openingKinds: ReadonlySet<string> | null = null

/** Worked out when first asked for, from the tables. Rows of an old register were received long ago. */
const opening = (): ReadonlySet<string> =>
  (openingKinds ??= new Set(
    allModules
      .flatMap(({ workflow }) => permittedActs(workflow, 'none').map(({ act }) => act))
      .filter((act) => act !== 'disclosure.import'),
  ))

const accepting: ReadonlySet<string> = new Set([
  'service.accept',
  'service.instant',
  'service.take_in',
  'service.supply',
  'disclosure.register',
  'disclosure.confirm',
  'complaint.accept',
  'consultation.register',
])

const noticing: ReadonlySet<string> = new Set([
  'service.notice',
  'service.notify',
  'service.prereview_correct',
  'disclosure.notice_correction',
])

const handing: ReadonlySet<string> = new Set([
  'service.instant',
  'service.deliver',
  'bundle.hand_over',
  'disclosure.deliver',
  'disclosure.spot_reply',
])
