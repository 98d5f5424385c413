import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { MaterialLine, MaterialState } from '../../../../domain/service/service-intake.ts'

/** The line with another state; its count follows, so that the two never contradict each other. */
export const withState = (line: MaterialLine, state: MaterialState): MaterialLine => {
  switch (state) {
    case 'collected':
      return { ...line, state, received: Math.max(line.received, line.expected), promisedOn: null }
    case 'missing':
      return { ...line, state, received: 0, promisedOn: null }
    case 'tolerated':
      return line.tolerable
        ? { ...line, state, received: Math.min(line.received, Math.max(0, line.expected - 1)) }
        : line
  }
}

/** The line with another count: enough is collected, too few is missing, or stays tolerated while a date is promised. */
export const withCount = (line: MaterialLine, received: number): MaterialLine => {
  if (received >= line.expected && received > 0) return { ...line, state: 'collected', received, promisedOn: null }
  return { ...line, received, state: line.state === 'tolerated' ? 'tolerated' : 'missing' }
}

export const withPromise = (line: MaterialLine, promisedOn: PlainDate | null): MaterialLine => ({ ...line, promisedOn })

export const replaceLine = (lines: readonly MaterialLine[], line: MaterialLine): readonly MaterialLine[] =>
  lines.map((each) => (each.n === line.n ? line : each))

export const allCollected = (lines: readonly MaterialLine[]): readonly MaterialLine[] =>
  lines.map((line) => (line.state === 'missing' ? withState(line, 'collected') : line))
