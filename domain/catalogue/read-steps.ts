import { type Result, err, ok } from '../result.ts'
import type { ItemStep } from '../service/service-item.ts'
import { entriesOf } from './read-field.ts'
import { isRecord } from './read-materials.ts'
import { type RowProblem, rowProblem } from './row-problem.ts'
import { scalarText } from './scalar-text.ts'

const maxSteps = 50

/**
 * Steps of the examination: records (`name`, `organ`, `limit_days`), or lines `环节/承办机构/天数` of which the last two may be left out.
 * Null = none.
 */
export const readSteps = (value: unknown): Result<readonly ItemStep[] | null, RowProblem> => {
  const entries = entriesOf(value)
  if (entries === null) return err(rowProblem('wrong_type', 'steps'))
  const steps: ItemStep[] = []
  for (const entry of entries) {
    if (entry === '' || entry === null) continue
    const step = readStep(entry)
    if (step === null) return err(rowProblem('detail_unclear', 'steps', { value: scalarText(entry).slice(0, 60) }))
    steps.push(step)
  }
  if (steps.length > maxSteps) return err(rowProblem('list_too_long', 'steps', { max: maxSteps, length: steps.length }))
  return ok(steps.length === 0 ? null : steps)
}

const readStep = (entry: unknown): ItemStep | null => {
  const parts = isRecord(entry)
    ? [entry['name'], entry['organ'], entry['limit_days']].map((part) =>
        part === undefined || part === null ? '' : scalarText(part),
      )
    : typeof entry === 'string'
      ? entry.split(/[/／]/)
      : []
  const [name = '', organ = '', days = ''] = parts.map((part) => part.trim())
  const limit = days.normalize('NFKC').replace(/(个?工作日|日|天)$/, '')
  if (name === '' || name.length > 200 || organ.length > 200 || parts.length > 3 || !/^\d{0,4}$/.test(limit))
    return null
  return { name, organ: organ === '' ? null : organ, limitDays: limit === '' ? null : Number(limit) }
}
