import type { PublishedReport } from './published-report.ts'
import { remedyGroups, remedyResults } from './table.ts'
import { type Checked, checkEqual } from './violation.ts'

/** Each group of table 4 adds up to its total. */
export const checkTable4 = ({ table4 }: PublishedReport): readonly Checked[] =>
  table4 === null
    ? []
    : remedyGroups.map((group) =>
        checkEqual(
          'table4_sum',
          { table: 'table4', row: group, column: 'total' },
          remedyResults.map((result) => table4[group][result]),
          [table4[group].total],
        ),
      )
