import fc from 'fast-check'
import { z } from 'zod'
import { caseOperationData, recordOperationData, referenceOperationData } from '../operation.ts'
import { ArticleSchema, PlainDateSchema } from '../primitives.ts'

/** Schemas of the data of every kind there is. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  ...caseOperationData,
  ...recordOperationData,
  ...referenceOperationData,
}

export const kindsOfToday = Object.keys(schemas)

type Json = z.core.JSONSchema.BaseSchema

/** How much of a schema a sample has: everything, or what must be there, or as chance (a seed) will have it. */
type Choice = 'full' | 'bare' | number

/** Data of a kind that its schema of today takes: with all that may be there, with no more than must be, and some between. */
export const samplesOf = (kind: string): readonly object[] => {
  const schema = schemas[kind]
  if (schema === undefined) throw new Error(`no kind ${kind}`)
  const json = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === PlainDateSchema) jsonSchema.enum = ['2026-09-28']
      if (zodSchema === ArticleSchema) jsonSchema.enum = ['ogi2019:16(2)']
    },
  })
  const found = new Map<string, object>()
  const choices: readonly Choice[] = ['full', 'bare', ...Array.from({ length: 400 }, (_, seed) => seed)]
  for (const choice of choices) {
    if (found.size >= 3) break
    const random = typeof choice === 'number' ? chance(choice) : null
    const parsed = schema.safeParse(sample(json, { choice, random, depth: 0 }))
    if (parsed.success && typeof parsed.data === 'object' && parsed.data !== null)
      found.set(JSON.stringify(parsed.data), parsed.data)
  }
  if (found.size === 0) throw new Error(`no sample of ${kind}: give it one here`)
  return [...found.values()]
}

interface Picking {
  readonly choice: Choice
  readonly random: (() => number) | null
  readonly depth: number
}

const sample = (schema: Json | boolean, picking: Picking): unknown => {
  if (typeof schema === 'boolean') return null
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return pick(schema.enum, picking)
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return sample(pickOption(options, picking), picking)
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((part) => sample(part, picking)))
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, picking)
    case 'array':
      return sampleArray(schema, picking)
    case 'string':
      return sampleText(schema)
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, Math.min(1, schema.maximum ?? 1))
    case 'boolean':
      return pick([true, false], picking)
    default:
      return null
  }
}

const sampleObject = (schema: Json, picking: Picking): object => {
  const inner = { ...picking, depth: picking.depth + 1 }
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, value]) =>
    schema.required?.includes(name) === true || takes(picking) ? [[name, sample(value, inner)] as const] : [],
  )
  const keys = typeof schema.propertyNames === 'object' ? (schema.propertyNames.enum ?? []) : []
  const more = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null
  const free = more === null ? [] : keys.map((key) => [String(key), sample(more, inner)] as const)
  return Object.fromEntries([...named, ...free])
}

const sampleArray = (schema: Json, picking: Picking): readonly unknown[] => {
  if (schema.prefixItems !== undefined) return schema.prefixItems.map((item) => sample(item, picking))
  const { items } = schema
  if (items === undefined || Array.isArray(items)) return []
  const length = Math.min(Math.max(schema.minItems ?? 0, takes(picking) ? 1 : 0), schema.maxItems ?? 1)
  return Array.from({ length }, () => sample(items, { ...picking, depth: picking.depth + 1 }))
}

const anyText = 'Cc'

const sampleText = ({ pattern, minLength = 0, maxLength = 20 }: Json): string => {
  if (pattern === undefined || pattern.includes(anyText))
    return '样例'.repeat(Math.ceil(Math.max(minLength, 1) / 2)).slice(0, Math.max(minLength, Math.min(2, maxLength)))
  return fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { numRuns: 1, seed: 4 })[0] ?? ''
}

const takes = ({ choice, random, depth }: Picking): boolean =>
  random === null ? choice === 'full' && depth < 6 : random() < 0.5

const pick = (values: readonly unknown[], { random }: Picking): unknown =>
  values[random === null ? 0 : Math.floor(random() * values.length)]

/** In full the first that is something; bare, nothing where nothing will do. */
const pickOption = (options: readonly (Json | boolean)[], picking: Picking): Json | boolean => {
  const isNothing = (option: Json | boolean) => typeof option === 'object' && option.type === 'null'
  const at = picking.random === null ? 0 : Math.floor(picking.random() * options.length)
  const wanted =
    picking.random === null ? options.find((option) => isNothing(option) === (picking.choice === 'bare')) : options[at]
  return wanted ?? options[0] ?? true
}

/** The same numbers for the same seed, so that what was recorded can be made again. */
const chance = (seed: number): (() => number) => {
  let state = (seed + 1) * 0x9e37_79b9
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) + 0x6d2b_79f5) | 0
    return (state >>> 0) / 0x1_0000_0000
  }
}
