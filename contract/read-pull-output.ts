import { type PullOutput, PullOutputSchema, type PulledOperation, verdicts } from './sync.ts'

/**
 * SYN-108: a page, or null where `PullOutputSchema` refuses it. Its operations are recognised by hand where they are as every server of this
 * version writes them, for a device that begins reads each of its center's here; all others are put before the schema, which alone decides.
 */
export const readPullOutput = (json: unknown): PullOutput | null => {
  const ops = usualOperations(json)
  const read = PullOutputSchema.safeParse(ops === null ? json : { ...Object(json), ops: [] })
  if (!read.success) return null
  return ops === null ? read.data : { ...read.data, ops: [...ops] }
}

const usualOperations = (json: unknown): readonly PulledOperation[] | null => {
  if (!isPlainObject(json)) return null
  const { ops } = json
  return Array.isArray(ops) && ops.every(isUsualPulled) ? ops : null
}

/** True only of what the schema takes, and leaves as it is. */
export const isUsualPulled = (json: unknown): json is PulledOperation => {
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

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isString = (value: unknown): value is string => typeof value === 'string'

const hash = /^[0-9a-f]{64}$/
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** An Ed25519 signature. */
const signature = /^[A-Za-z0-9+/]{86}==$/
const verdictsKnown: ReadonlySet<unknown> = new Set(verdicts)

const isHash = (value: unknown): boolean => isString(value) && hash.test(value)

interface Field {
  readonly required: boolean
  readonly fits: (value: unknown) => boolean
}

const must = (fits: Field['fits']): Field => ({ required: true, fits })

const fields: ReadonlyMap<string, Field> = new Map([
  ['cseq', must(isCount)],
  ['canon', must(isString)],
  ['hash', must(isHash)],
  ['verdict', must((value) => verdictsKnown.has(value))],
  ['reason', must((value) => value === null || isString(value))],
  ['ref', must((value) => value === null || (isString(value) && uuid.test(value)))],
  ['committedAt', must(isCount)],
  ['hlcEff', must((value) => isString(value) && value.length <= 60)],
  ['sig', must((value) => value === null || (isString(value) && signature.test(value)))],
  ['head', must(isHash)],
  ['redacted', { required: false, fits: (value) => value === true }],
])

const requiredFields = [...fields.values()].filter(({ required }) => required).length
