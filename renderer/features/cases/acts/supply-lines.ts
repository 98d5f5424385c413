import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { MaterialLine, MaterialState } from '../../../../domain/service/service-intake.ts'
import { collected, missing, tolerated } from '../../../ui/checklist-line.ts'

/** The line with another state; a date that is promised follows by itself. */
export const withState = (line: MaterialLine, state: MaterialState): MaterialLine => {
  switch (state) {
    case 'collected':
      return collected(line)
    case 'missing':
      return missing(line)
    case 'tolerated':
      return tolerated(line, line.promisedOn)
  }
}

export const withPromise = (line: MaterialLine, promisedOn: PlainDate | null): MaterialLine => ({ ...line, promisedOn })

export const replaceLine = (lines: readonly MaterialLine[], line: MaterialLine): readonly MaterialLine[] =>
  lines.map((each) => (each.n === line.n ? line : each))
