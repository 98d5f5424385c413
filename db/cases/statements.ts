import { type Insertable, type Selectable, sql } from 'kysely'
import { query } from '../query.ts'
import type { CasesTable, MaterialTable } from '../schema/cases.ts'
import { type NoParams, named, statement } from '../statement.ts'

/** A row of `cases` without its key and its twin number. */
export type CaseColumns = Omit<Selectable<CasesTable>, 'seq' | 'twin'>

const changing = [
  'case_no',
  'kind',
  'status',
  'title',
  'organ',
  'item',
  'handler',
  'village',
  'applicant',
  'applicant_person',
  'idn',
  'phone',
  'arrived',
  'clock_start',
  'statutory_due',
  'promised_due',
  'provisional',
  'closed',
  'paused',
  'urgent',
  'version',
  'device_no',
  'pending',
  'attention',
  'held',
  'haystack',
] as const

// A mapped type instead of the interface, because only type aliases count as records of SQL values.
type Columns = { readonly [K in keyof CaseColumns]: CaseColumns[K] }

/** Takes the next key; a number that another case carries gets the next free twin. */
export const insertCase = statement<Columns>()((param) =>
  query.insertInto('cases').values((eb) => ({
    ...named(param, ['id', ...changing]),
    twin: eb
      .selectFrom('cases as other')
      .select(sql<number>`coalesce(max(other.twin) + 1, 0)`.as('twin'))
      .where('other.case_no', '=', param('case_no')),
  })),
)

export const updateCase = statement<Omit<Columns, 'id'> & { readonly seq: number }>()((param) =>
  query.updateTable('cases').set(named(param, changing)).where('seq', '=', param('seq')),
)

const indexed = [
  'case_no',
  'status',
  'urgent',
  'closed',
  'organ',
  'item',
  'handler',
  'village',
  'arrived',
  'device_no',
] as const
const isUnindexed = (name: (typeof changing)[number]): boolean => !indexed.some((one) => one === name)

/** The same where nothing changes that an index holds, as with most acts: every index that a changed column is in is written anew. */
export const updateCaseInPlace = statement<Omit<Columns, 'id'> & { readonly seq: number }>()((param) =>
  query
    .updateTable('cases')
    .set(named(param, changing.filter(isUnindexed)))
    .where('seq', '=', param('seq'))
    .where((eb) => eb.and(indexed.map((name) => eb(name, 'is', param(name))))),
)

export const deleteCase = statement<{ seq: number }>()((param) =>
  query.deleteFrom('cases').where('seq', '=', param('seq')),
)

export const numberOf = statement<{ seq: number }>()((param) =>
  query.selectFrom('cases').select(['case_no', 'twin']).where('seq', '=', param('seq')),
)

/** One of several cases with this number is gone: those behind it move up. */
export const closeRanks = statement<{ caseNo: string; twin: number }>()((param) =>
  query
    .updateTable('cases')
    .set({ twin: sql`twin - 1` })
    .where('case_no', '=', param('caseNo'))
    .where('twin', '>', param('twin')),
)

type StateRow = { readonly seq: number; readonly state: string }

export const insertState = statement<StateRow>()((param) =>
  query.insertInto('case_state').values(named(param, ['seq', 'state'])),
)

export const updateState = statement<StateRow>()((param) =>
  query
    .updateTable('case_state')
    .set({ state: param('state') })
    .where('seq', '=', param('seq')),
)

const materialColumns = [
  'case_seq',
  'n',
  'name',
  'form',
  'required',
  'tolerable',
  'expected',
  'received',
  'state',
  'promised_on',
] as const
type MaterialColumns = { readonly [K in keyof Insertable<MaterialTable>]: Selectable<MaterialTable>[K] }

export const insertMaterial = statement<MaterialColumns>()((param) =>
  query.insertInto('material').values(named(param, materialColumns)),
)

export const deleteMaterials = statement<{ seq: number }>()((param) =>
  query.deleteFrom('material').where('case_seq', '=', param('seq')),
)

export const countCases = statement<NoParams>()(() =>
  query.selectFrom('cases').select((eb) => eb.fn.countAll<number>().as('count')),
)
