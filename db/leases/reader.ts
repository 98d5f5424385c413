import type { PlainDate } from '../../domain/plain-date.ts'
import type { Connection } from '../connection.ts'
import { type Series, type SeriesNumbers, seriesNumbers } from './number-blocks.ts'

export interface NumberReader {
  /** What this device can still give out of a series of the center. */
  readonly series: (series: Series, today: PlainDate) => SeriesNumbers
}

export const numberReader = (connection: Connection): NumberReader => ({
  series: (series, today) => seriesNumbers(connection, series, today),
})
