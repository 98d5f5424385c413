import { type Operation, OperationSchema } from './operation.ts'

/**
 * SYN-99: an operation's envelope, or null where `OperationSchema` refuses it. Most are as all programs of this version write them: those are
 * recognised by hand, for every operation of a center passes here once on the server and once on every device. All others are put before
 * the schema, which alone decides.
 */
export const readEnvelope = (json: unknown): Operation | null => {
  if (isUsualEnvelope(json)) return json
  const read = OperationSchema.safeParse(json)
  return read.success ? read.data : null
}

/** True only of what the schema takes, and leaves as it is. */
export const isUsualEnvelope = (json: unknown): json is Operation => {
  if (!isPlainObject(json)) return false
  let required = 0
  for (const name in json) {
    const field = fields.get(name)
    if (field === undefined || !field.fits(json[name])) return false
    if (field.required) required++
  }
  return required === requiredFields
}

type Json = Readonly<Record<string, unknown>>

const isPlainObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__')

const isText = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value)
const isCount = (least: number) => (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least

const isUuid = isText(/^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
/** Of names no more than what programs make up themselves: no script, no sign that anything could read otherwise. */
const isName = (most: number) => isText(new RegExp(`^[A-Za-z0-9_.:-]{1,${most}}$`))
const isTimeTokenId = isText(/^[A-Za-z0-9_-]{16}$/)

const isAttest = (value: unknown): boolean =>
  isPlainObject(value) &&
  Object.keys(value).length === 3 &&
  isCount(0)(value['at']) &&
  isTimeTokenId(value['id']) &&
  (value['elapsed'] === null || isCount(0)(value['elapsed']))

interface Field {
  readonly required: boolean
  readonly fits: (value: unknown) => boolean
}

const must = (fits: Field['fits']): Field => ({ required: true, fits })
const may = (fits: Field['fits']): Field => ({ required: false, fits })

const fields: ReadonlyMap<string, Field> = new Map([
  ['v', must((value) => value === 1)],
  ['op', must(isUuid)],
  ['device', must(isUuid)],
  ['inc', must(isUuid)],
  ['seq', must(isCount(1))],
  ['center', must(isText(/^\d{6}$/))],
  ['deviceNo', must(isText(/^[A-Z]\d{2,4}$/))],
  ['entity', must(isName(120))],
  ['kind', must(isName(60))],
  ['kver', must(isCount(1))],
  ['base', must(isCount(0))],
  ['hlc', must(isText(/^[0-9a-f]{12}-[0-9a-f]{4}-[A-Z]\d{2,4}$/))],
  ['wall', must(isCount(0))],
  ['mono', must(isCount(0))],
  ['boot', may(isText(/^[0-9a-f]{12}$/))],
  ['attest', may(isAttest)],
  ['actor', must(isName(80))],
  ['session', must((value) => value === null || isUuid(value))],
  ['data', must(isPlainObject)],
])

const requiredFields = [...fields.values()].filter(({ required }) => required).length
