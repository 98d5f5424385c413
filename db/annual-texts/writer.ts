import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import type { WriteScope } from '../write-scope.ts'
import type { StoredAnnualTexts } from './reader.ts'

export interface AnnualTextWriter {
  readonly save: (year: number, texts: StoredAnnualTexts, savedAt: number) => void
}

export const annualTextWriter = (connection: Connection, scope: WriteScope): AnnualTextWriter => ({
  save: (year, { problems, other }, savedAt) => {
    scope.touch('drafts')
    connection.run(put, { year, problems, other, saved_at: savedAt })
  },
})

type Row = { readonly year: number; readonly problems: string; readonly other: string; readonly saved_at: number }

const put = statement<Row>()((param) =>
  query
    .insertInto('annual_text')
    .values(named(param, ['year', 'problems', 'other', 'saved_at']))
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet((eb) => ({
        problems: eb.ref('excluded.problems'),
        other: eb.ref('excluded.other'),
        saved_at: eb.ref('excluded.saved_at'),
      })),
    ),
)
