import type { PublishedReport } from './published-report.ts'
import { remedyColumns, remedyGroups, remedyResults } from './table.ts'
import { type Checked, checkCount, checkEqual } from './violation.ts'

/** Each group of table 4 adds up to its total, in whole numbers. */
export const checkTable4 = ({ table4 }: PublishedReport): readonly Checked[] =>
  table4 === null
    ? []
    : remedyGroups.flatMap((group) => [
        ...remedyColumns.flatMap((column) =>
          checkCount({ table: 'table4', row: group, column }, table4[group][column]),
        ),
        checkEqual(
          'table4_sum',
          { table: 'table4', row: group, column: 'total' },
          remedyResults.map((result) => table4[group][result]),
          [table4[group].total],
        ),
      ])
