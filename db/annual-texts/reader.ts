import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

export interface StoredAnnualTexts {
  /** Empty = not written yet. */
  readonly problems: string
  readonly other: string
}

export interface AnnualTextReader {
  readonly find: (year: number) => StoredAnnualTexts | null
}

export const annualTextReader = (connection: Connection): AnnualTextReader => ({
  find: (year) => connection.first(ofYear, { year }),
})

const ofYear = statement<{ year: number }>()((param) =>
  query.selectFrom('annual_text').select(['problems', 'other']).where('year', '=', param('year')),
)
