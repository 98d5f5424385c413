import type { PlainDate } from '../../domain/plain-date.ts'
import type { MaterialLine } from '../../domain/service/service-intake.ts'

/** A line of a checklist while it is marked off; count and state follow each other, so that they never contradict. */
export type ChecklistLine = Omit<MaterialLine, 'note'>

export const maxCount = 999

export const collected = <L extends ChecklistLine>(line: L): L => ({
  ...line,
  state: 'collected',
  received: Math.max(line.received, line.expected),
  promisedOn: null,
})

export const missing = <L extends ChecklistLine>(line: L): L => ({
  ...line,
  state: 'missing',
  received: 0,
  promisedOn: null,
})

/** Only where the guide allows it; what came is kept, the rest is promised. */
export const tolerated = <L extends ChecklistLine>(line: L, promisedOn: PlainDate | null): L =>
  line.tolerable
    ? { ...line, state: 'tolerated', promisedOn, received: Math.max(0, Math.min(line.received, line.expected - 1)) }
    : line

/** The count leads: enough is collected, too few is missing — or stays tolerated, since what is promised is the rest. */
export const counted = <L extends ChecklistLine>(line: L, received: number): L => {
  const count = Math.min(maxCount, Math.max(0, Math.trunc(received) || 0))
  if (count >= line.expected && count > 0) return { ...line, state: 'collected', received: count, promisedOn: null }
  if (line.state === 'tolerated') return { ...line, received: count }
  return { ...line, state: 'missing', received: count, promisedOn: null }
}

export const allCollected = <L extends ChecklistLine>(lines: readonly L[]): readonly L[] =>
  lines.map((line) => (line.state === 'missing' ? collected(line) : line))
