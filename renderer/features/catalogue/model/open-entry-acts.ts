import type { Role } from '../../../../domain/case/role.ts'
import { documentKindOf } from '../../../../domain/record/publication/publication-content.ts'
import { type Publication, isPublic } from '../../../../domain/record/publication/publication-record.ts'
import { publicationWorkflow } from '../../../../domain/record/publication/workflow.ts'
import type { EntryActKind } from './entry-fields.ts'

export interface OpenEntryActs {
  /** For this role, what most entries need next first. */
  readonly mine: readonly EntryActKind[]
  readonly others: readonly { readonly kind: EntryActKind; readonly roles: readonly Role[] }[]
}

/** The acts of the table for an entry as it stands, without those that are about something it does not have. */
export const openEntryActs = (entry: Publication, role: Role): OpenEntryActs => {
  const lines = new Map<EntryActKind, readonly Role[]>()
  for (const { act, roles } of publicationWorkflow.states[entry.status]) if (isAbout(entry, act)) lines.set(act, roles)
  const all = [...lines].map(([kind, roles]) => ({ kind, roles }))
  return {
    mine: all
      .filter(({ roles }) => roles.includes(role))
      .map(({ kind }) => kind)
      .sort((a, b) => placeOf(a) - placeOf(b)),
    others: all.filter(({ roles }) => !roles.includes(role)),
  }
}

const isAbout = (entry: Publication, act: EntryActKind): boolean => {
  switch (act) {
    case 'publication.set_validity':
      return documentKindOf(entry.content.category) !== null
    case 'publication.decision_changed':
      return (entry.published?.content.penalty ?? null) !== null
    case 'publication.deposit_receipt':
      return entry.deposits.some(({ receipt }) => receipt === null)
    case 'publication.withdraw':
      return (entry.status !== 'withheld' && entry.status !== 'consulting') || isPublic(entry)
    default:
      return true
  }
}

const usual: readonly EntryActKind[] = [
  'publication.submit',
  'publication.clear',
  'publication.determine',
  'publication.deposit_receipt',
  'publication.hand_over',
]

/** Equal places keep the order of the table; a release comes first where the review is done. */
const placeOf = (kind: EntryActKind): number => {
  const at = usual.indexOf(kind)
  return at === -1 ? usual.length : at
}
