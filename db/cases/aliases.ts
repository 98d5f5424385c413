import { canonicalJson } from '../../contract/canonical-json.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'

/** The numbers of second entries that lead to a case, as its state says. */
export const saveAliases = (connection: Connection, seq: number, state: CaseState, before: CaseState | null): void => {
  const [now, then] = [aliasesOf(state), before === null ? [] : aliasesOf(before)]
  if (canonicalJson(now) === canonicalJson(then)) return
  connection.run(removeAliases, { seq })
  for (const caseNo of now) connection.run(addAlias, { case_no: caseNo, case_seq: seq })
}

/** What the store has of them, for a check. */
export const storedAliases = (connection: Connection, seq: number): readonly string[] =>
  connection.all(aliasesOfCase, { seq }).map(({ case_no }) => case_no)

export const aliasesOf = ({ merged }: CaseState): readonly string[] =>
  [...new Set((merged ?? []).map(({ aliasNo }) => aliasNo))].sort()

/** The case that a number leads to; it goes before the entry that the number was given to. */
export const byAlias = statement<{ caseNo: string }>()((param) =>
  query
    .selectFrom('case_alias')
    .innerJoin('cases', 'cases.seq', 'case_alias.case_seq')
    .select(['cases.id', 'cases.seq'])
    .where('case_alias.case_no', '=', param('caseNo'))
    .orderBy('cases.seq'),
)

const addAlias = statement<{ case_no: string; case_seq: number }>()((param) =>
  query
    .insertInto('case_alias')
    .orReplace()
    .values(named(param, ['case_no', 'case_seq'])),
)

const removeAliases = statement<{ seq: number }>()((param) =>
  query.deleteFrom('case_alias').where('case_seq', '=', param('seq')),
)

const aliasesOfCase = statement<{ seq: number }>()((param) =>
  query.selectFrom('case_alias').select('case_no').where('case_seq', '=', param('seq')).orderBy('case_no'),
)
