// Rows of an old register made from the cells of a published table, as many as it counts.
import { reportCategories } from '../case/applicant.ts'
import { categoryNames } from '../report/data/official-names.ts'
import { outcomes } from '../report/outcome.ts'
import { remedyResults } from '../report/table.ts'

export interface RegisterRow {
  received_on: string
  replied_on: string | null
  channel: string
  applicant_kind: string
  outcome: string | null
  subject: string
  extended: boolean
  reconsideration: { result: string; year: number } | null
  litigation: { route: string; result: string; year: number } | null
}

type Table3 = Readonly<Partial<Record<string, readonly number[]>>>
type Table4 = Readonly<Record<string, Readonly<Record<string, number>>>>

/** `carried_in` of each column received in December before, the rest in the year; whatever is not answered stays open. */
export const registerRowsOf = (table3: Table3, table4: Table4, year: number): readonly RegisterRow[] => {
  const rows = reportCategories.flatMap((category, column) => {
    const endings = outcomes.flatMap((outcome) => Array<string>(table3[outcome]?.[column] ?? 0).fill(outcome))
    const before = table3['carried_in']?.[column] ?? 0
    const all = before + (table3['new']?.[column] ?? 0)
    return Array.from({ length: all }, (_, n): RegisterRow => {
      const outcome = endings[n] ?? null
      return {
        received_on: n < before ? `${String(year - 1)}-12-20` : `${String(year)}-06-03`,
        replied_on: outcome === null ? null : `${String(year)}-07-01`,
        channel: 'online',
        applicant_kind: categoryNames[category],
        outcome,
        subject: `${String(year)}年第 ${String(n + 1)} 件：道路、管网、征地资料`,
        extended: false,
        reconsideration: null,
        litigation: null,
      }
    })
  })
  const results = (group: string) =>
    remedyResults.flatMap((result) => Array<string>(table4[group]?.[result] ?? 0).fill(result))
  for (const [n, result] of results('review').entries()) {
    const row = rows[n]
    if (row !== undefined) row.reconsideration = { result, year }
  }
  const suits = ['direct', 'after_review'].flatMap((route) => results(route).map((result) => ({ route, result, year })))
  for (const [n, suit] of suits.entries()) {
    const row = rows[n]
    if (row !== undefined) row.litigation = suit
  }
  return rows
}

/** As a spreadsheet has it: the fields of remedies in columns of their own, named with a dot. */
export const flatRow = ({ reconsideration, litigation, ...row }: RegisterRow): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(row).map(([field, value]) => [field, value === null ? '' : String(value)])),
  'reconsideration.result': reconsideration?.result ?? '',
  'reconsideration.year': reconsideration === null ? '' : String(reconsideration.year),
  'litigation.route': litigation?.route ?? '',
  'litigation.result': litigation?.result ?? '',
  'litigation.year': litigation === null ? '' : String(litigation.year),
})
