import { fieldWords } from '../../../../contract/words/field-words.ts'
import { registerSchemas } from '../../../../domain/register/registers.ts'

/** Steps of a path that only hold others: a form, not a thing a person fills in. */
const silent: ReadonlySet<string> = new Set(['intake', 'act', 'values', 'record', 'request', 'set'])

/**
 * The path of a field in Chinese words: `intake.applicant.idNumber` → 申请人的证件号码, `intake.materials.0.promisedOn` → 材料第 1 项的承诺补交日期. A step
 * without a word stands as it is.
 */
export const fieldPathWords = (path: string): string => {
  const steps = path.split('.')
  const words: string[] = []
  for (const [at, step] of steps.entries()) {
    const last = words.pop()
    if (/^\d+$/.test(step)) {
      words.push(`${last ?? ''}第 ${String(Number(step) + 1)} 项`)
      continue
    }
    if (last !== undefined) words.push(last)
    const header = steps[0] === 'values' && at === 1 ? registerHeader(step) : undefined
    if (!silent.has(step) || at === steps.length - 1) words.push(header ?? fieldWords[step] ?? step)
  }
  return words.join('的')
}

/** The official header of a register's field; the same key means the same in every register that has it. */
const registerHeader = (key: string): string | undefined => {
  for (const { fields } of Object.values(registerSchemas)) {
    const header = fields.find((field) => field.key === key)?.headers[0]
    if (header !== undefined) return header
  }
  return undefined
}
