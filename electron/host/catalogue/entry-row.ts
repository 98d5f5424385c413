import type { EntryFilter, EntryRow } from '../../../contract/queries/catalogue.ts'
import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { isWithinCategory } from '../../../domain/record/publication/categories.ts'
import { publicationDuties } from '../../../domain/record/publication/duties.ts'
import { maskPersonalData } from '../../../domain/register/personal-data.ts'
import type { FoundEntry } from './entries-in-slices.ts'

export const entryRow = ({ entry, sync }: FoundEntry, calendar: WorkCalendar, today: PlainDate): EntryRow => {
  const { id, indexNo, content, status, published } = entry
  const duty = publicationDuties(entry, calendar)[0] ?? null
  return {
    id,
    indexNo,
    title: maskPersonalData(content.title),
    category: content.category,
    organ: content.organ,
    madeOn: content.madeOn,
    status,
    releasedOn: published?.releasedOn ?? null,
    duty: duty === null ? null : { ...duty, late: duty.due < today },
    sync,
  }
}

/** True for what the filters leave; the text is the store's to look for. */
export const isWanted = (row: EntryRow, { category, statuses, owedOnly }: Omit<EntryFilter, 'text'>): boolean =>
  (category === null || isWithinCategory(row.category, category)) &&
  (statuses.length === 0 || statuses.includes(row.status)) &&
  (!owedOnly || row.duty !== null)
