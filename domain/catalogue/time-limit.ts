import { type Result, err, ok } from '../result.ts'

/** `bare` = 日 or 天 alone: working days for a licence (行政许可法 art. 82), calendar days for anything else. */
export type WrittenUnit = 'workday' | 'day' | 'bare'

export interface TimeLimit {
  /** Null = not published, or decided on the spot. */
  readonly days: number | null
  /** Null = only a number was given. */
  readonly unit: WrittenUnit | null
  /** 即办: the cell says that it is decided on the spot. */
  readonly instant: boolean
}

/** Longest limit that a guide may state, in days: ten years. */
export const maxDays = 3650

const onTheSpot = /^(即办|即办件|即时|即时办结|当场办结|当场|现场办结|随到随办)$/
const written = /^(\d{1,6})(?:个)?\(?(工作日|自然日|日历日|日|天)?\)?$/

/**
 * A limit as a guide writes it: 20, "20", "20 个工作日", "20（工作日）", "即时办结"; empty = not published. The error is the
 * text that could not be read.
 */
export const parseTimeLimit = (value: unknown): Result<TimeLimit, string> => {
  if (value === null || value === undefined) return ok({ days: null, unit: null, instant: false })
  if (typeof value !== 'number' && typeof value !== 'string') return err(typeof value)
  const words = String(value).normalize('NFKC').replaceAll(/\s/g, '')
  if (words === '' || words === '无' || words === '-') return ok({ days: null, unit: null, instant: false })
  if (onTheSpot.test(words)) return ok({ days: null, unit: null, instant: true })
  const [, digits, unit] = written.exec(words) ?? []
  const days = Number(digits)
  if (digits === undefined || days > maxDays) return err(String(value).slice(0, 60))
  return ok({ days, unit: unit === undefined ? null : unitOf(unit), instant: false })
}

/** 工作日 / 自然日 as its own column; the error is the text that could not be read. */
export const parseDayUnit = (value: unknown): Result<WrittenUnit | null, string> => {
  if (value === null || value === undefined) return ok(null)
  if (typeof value !== 'string') return err(typeof value)
  const words = value.replaceAll(/\s/g, '').replace(/^个/, '')
  if (words === '') return ok(null)
  const unit = unitOf(words)
  return unit === null ? err(value.slice(0, 60)) : ok(unit)
}

const unitOf = (words: string): WrittenUnit | null => {
  if (words === '工作日' || words === 'workday') return 'workday'
  if (words === '自然日' || words === '日历日' || words === 'day') return 'day'
  return words === '日' || words === '天' ? 'bare' : null
}
