import type { CatalogueBoard, ColumnStandingRow } from '../../../contract/queries/catalogue.ts'
import type { RunProgress } from '../../../contract/queries/run.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import {
  categoriesBelow,
  isWithinCategory,
  publicationCategories,
} from '../../../domain/record/publication/categories.ts'
import { publicationDuties } from '../../../domain/record/publication/duties.ts'
import { columnStandings, columnUpdates, usualFreshnessRules } from '../../../domain/record/publication/freshness.ts'
import { enforcementPublications, missedLately } from '../../../domain/record/publication/monthly-enforcement.ts'
import { type Publication, isPublic } from '../../../domain/record/publication/publication-record.ts'
import type { RegisterEntry } from '../../../domain/record/register/register-record.ts'
import type { Services } from '../services.ts'
import { entriesInSlices } from './entries-in-slices.ts'

/** The tree of columns with what lies in each, what is owed there and whether it stood still (PUB-24). */
export async function* readCatalogueBoard(
  deps: Pick<Services, 'store' | 'today' | 'now'>,
): AsyncGenerator<RunProgress, CatalogueBoard> {
  const { store, today, now } = deps
  const asOf = today()
  const entries: Publication[] = []
  yield* entriesInSlices(deps, ({ entry }) => entries.push(entry))
  const results: RegisterEntry[] = []
  store.read.records.each('register', (state) => {
    if (state.kind === 'register' && state.register === 'enforcement_results') results.push(state)
  })
  const updates = columnUpdates(entries)
  const standings = columnStandings(usualFreshnessRules, updates, asOf, store.calendar)
  const standingAt = new Map(standings.map((standing) => [standing.rule.category, standing]))
  const counted = entries.map((entry) => {
    const duties = publicationDuties(entry, store.calendar)
    return {
      category: entry.content.category,
      published: isPublic(entry),
      owed: duties.length > 0,
      late: duties.some(({ due }) => due < asOf),
    }
  })
  const columns = publicationCategories.map(({ code, title, article }): ColumnStandingRow => {
    const within = counted.filter(({ category }) => isWithinCategory(category, code))
    const standing = standingAt.get(code)
    return {
      code,
      title,
      article,
      level: code.split('-').length - 1,
      lowest: categoriesBelow(code).length === 0,
      entries: within.length,
      published: within.filter(({ published }) => published).length,
      owed: within.filter(({ owed }) => owed).length,
      late: within.filter(({ late }) => late).length,
      lastOn: updates.reduce<PlainDate | null>(
        (last, { category, updatedOn }) =>
          isWithinCategory(category, code) && (last === null || updatedOn > last) ? updatedOn : last,
        null,
      ),
      owedBy: standing?.owedBy ?? null,
      stale: standing?.stale ?? false,
      source: standing?.rule.source ?? null,
    }
  })
  return {
    asOf,
    readAt: now(),
    columns,
    missed: missedLately(enforcementPublications(results, entries), asOf).map((month) => ({ ...month })),
    organs: [...new Set(entries.map(({ content: { organ } }) => organ))].sort(),
    lists: openLists(entries),
  }
}

/** The lists still under way, the newest first: another entry can go with them. */
const openLists = (entries: readonly Publication[]): CatalogueBoard['lists'] => {
  const lists = new Map<string, CatalogueBoard['lists'][number]>()
  for (const { deposits } of entries)
    for (const { listNo, place, receiver, receipt } of deposits)
      if (receipt === null && listNo !== '') lists.set(listNo, { listNo, place, receiver })
  return [...lists.values()].sort((a, b) => (a.listNo < b.listNo ? 1 : -1))
}
