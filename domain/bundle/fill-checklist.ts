import type { PlainDate } from '../plain-date.ts'
import { type Result, err, ok } from '../result.ts'
import type { MaterialState } from '../service/service-intake.ts'
import type { MaterialForm } from '../service/service-item.ts'
import type { SharedMaterial } from './bundle-intake.ts'

/** What the window found of one line of the common checklist. */
export interface HandedIn {
  readonly name: string
  /** Needed only where the checklist asks for the same in two forms. */
  readonly form?: MaterialForm | undefined
  readonly state: MaterialState
  /** Pieces; absent = all that are expected of what is collected, otherwise none. */
  readonly received?: number | undefined
  readonly promisedOn?: PlainDate | null | undefined
  readonly note?: string | null | undefined
}

/** The checklist as it was found: a line that nobody speaks of stays missing. Refused with the names that fit no line, or two. */
export const filledChecklist = (
  lines: readonly SharedMaterial[],
  handed: readonly HandedIn[],
): Result<readonly SharedMaterial[], readonly string[]> => {
  const fits = (one: HandedIn, line: SharedMaterial): boolean =>
    line.name === one.name && (one.form === undefined || one.form === line.form)
  const unclear = handed.filter((one) => lines.filter((line) => fits(one, line)).length !== 1)
  const twice = lines.filter((line) => handed.filter((one) => fits(one, line)).length > 1)
  if (unclear.length + twice.length > 0) return err([...unclear, ...twice].map(({ name }) => name))
  return ok(
    lines.map((line) => {
      const found = handed.find((one) => fits(one, line))
      if (found === undefined) return line
      const { state, received = state === 'collected' ? line.expected : 0, promisedOn = null, note = null } = found
      return { ...line, state, received, promisedOn, note }
    }),
  )
}
