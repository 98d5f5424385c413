import type { User } from '../../../contract/queries/desk.ts'
import type { QueueScopeName } from '../../../contract/queries/today.ts'
import type { QueueScope } from '../../../db/cases/queue.ts'
import type { StoreReader } from '../../../db/store.ts'
import type { Role } from '../../../domain/case/role.ts'

/** Whose cases this person can look at from this desk; a choice that would filter nothing is none. */
export const scopesFor = (read: StoreReader, user: User): readonly QueueScopeName[] => [
  'mine',
  'window',
  ...(organsOf(read, user).length === 0 ? [] : (['organ'] as const)),
  'center',
]

/** What is shown while nobody has chosen: whoever serves at a window sees its cases, whoever examines those of the organ. */
export const usualScope = (read: StoreReader, user: User): QueueScopeName => {
  const wanted = usual[user.role]
  return wanted === 'organ' && organsOf(read, user).length === 0 ? 'center' : wanted
}

const usual: Readonly<Record<Role, QueueScopeName>> = {
  clerk: 'window',
  agent: 'window',
  reviewer: 'organ',
  disclosure_officer: 'organ',
  head: 'organ',
  supervisor: 'center',
  administrator: 'center',
}

export const queueScopeOf = (read: StoreReader, user: User, whose: QueueScopeName): QueueScope => ({
  deviceNo: whose === 'window' ? (read.meta.findDevice()?.deviceNo ?? null) : null,
  organs: whose === 'organ' ? organsOf(read, user) : null,
  staffId: whose === 'mine' ? user.id : null,
})

/** The person's own organ, else those that the window serves. */
const organsOf = (read: StoreReader, user: User): readonly string[] => {
  const organ = read.reference.findStaff(user.id)?.organ ?? null
  if (organ !== null && organ !== '') return [organ]
  const device = read.meta.findDevice()
  return device === null ? [] : (read.reference.findWindow(device.deviceNo)?.organs ?? [])
}
