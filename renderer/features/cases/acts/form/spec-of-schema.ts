import { z } from 'zod'
import { MaterialLineSchema } from '../../../../../contract/case-data.ts'
import { StaffRefSchema } from '../../../../../contract/contact-data.ts'
import { ArticleSchema, PlainDateSchema, UuidSchema } from '../../../../../contract/primitives.ts'
import type { FieldSpec, NamedSpec, PickSource, WhenEmpty } from './field-spec.ts'

/** Fields that name a thing of the case by its number or id, by act and path without places in lists. */
export const picks: Readonly<Record<string, PickSource>> = {
  'disclosure.third_party_received.party': 'thirdParty',
  'disclosure.third_party_opinion.party': 'thirdParty',
  'disclosure.third_party_undelivered.party': 'thirdParty',
  'disclosure.override_third_party.party': 'thirdParty',
  'disclosure.agency_received.party': 'coProducer',
  'disclosure.agency_opinion.party': 'coProducer',
  'disclosure.agency_undelivered.party': 'coProducer',
  'disclosure.coordination_answer.letter': 'coordination',
  'service.step_return.step': 'step',
  'service.consult_answer.consult': 'consultation',
  'service.fee_reduce.line': 'feeLine',
  'clock.change_pause.fact': 'clockFact',
  'clock.undo.fact': 'clockFact',
  'letter.void.document': 'validDocument',
  'letter.reissue.document': 'voidDocument',
  'bundle.fee_notice.charges.caseId': 'part',
}

/**
 * The form of an act, read off its schema, so that no act can be without one and no field can be forgotten. Throws on a schema that no form
 * is known for: found by a test over all acts, never by a person.
 */
export const specOfAct = (kind: string, schema: z.ZodType): readonly NamedSpec[] => {
  const shape = shapeOf(defOf(schema))
  return Object.entries(shape).map(([name, field]) => ({ name, spec: specOf(field, `${kind}.${name}`, 'required') }))
}

const specOf = (schema: z.ZodType, path: string, empty: WhenEmpty): FieldSpec => {
  if (schema === PlainDateSchema) return { type: 'date', empty }
  if (schema === ArticleSchema) return { type: 'article', empty }
  if (schema === StaffRefSchema) return { type: 'staff', empty }
  const from = picks[path]
  const def = defOf(schema)
  switch (def.type) {
    case 'nullable':
      return specOf(inner(def), path, 'null')
    case 'optional':
      return specOf(inner(def), path, 'absent')
    case 'string':
      if (from !== undefined) return { type: 'pick', from, as: 'id' }
      return schema === UuidSchema ? { type: 'otherCase' } : { type: 'text', max: maxLength(schema), empty }
    case 'number': {
      if (from !== undefined) return { type: 'pick', from, as: 'number' }
      if (/fen$/i.test(path)) return { type: 'money', empty }
      return { type: 'number', ...boundsOf(schema), empty }
    }
    case 'boolean':
      return { type: 'yesNo', empty }
    case 'enum':
      return { type: 'choice', values: Object.values(entriesOf(def)).map(String), empty }
    case 'object':
      return { type: 'group', fields: fieldsOf(schema, path), empty }
    case 'array':
      return listOf(elementOf(def), path, maxLength(schema))
    case 'union':
      return variantOf(def, path, empty)
    default:
      throw new Error(`no form for ${def.type} at ${path}`)
  }
}

const listOf = (element: z.ZodType, path: string, max: number): FieldSpec => {
  if (element === MaterialLineSchema) return { type: 'materials' }
  const item = specOf(element, path, 'required')
  return item.type === 'choice' ? { type: 'choices', values: item.values } : { type: 'list', item, max }
}

const variantOf = (def: Def, path: string, empty: WhenEmpty): FieldSpec => {
  const key = def['discriminator']
  const options = def['options']
  if (typeof key !== 'string' || !Array.isArray(options)) throw new Error(`no form for a choice of types at ${path}`)
  const variants = options.map((option: z.ZodType) => {
    const literal = shapeOf(defOf(option))[key]
    const name = literal === undefined ? null : (defOf(literal)['values'] as readonly unknown[])[0]
    return { name: String(name), fields: fieldsOf(option, path).filter((field) => field.name !== key) }
  })
  return { type: 'variant', key, variants, empty }
}

const fieldsOf = (schema: z.ZodType, path: string): readonly NamedSpec[] =>
  Object.entries(shapeOf(defOf(schema)))
    .filter(([, field]) => defOf(field).type !== 'literal')
    .map(([name, field]) => ({ name, spec: specOf(field, `${path}.${name}`, 'required') }))

/** What zod tells of its schemas (`_zod.def`, for tools like this); everything in it is looked at before it is used. */
type Def = { readonly type: string } & Readonly<Record<string, unknown>>

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def

const inner = (def: Def): z.ZodType => def['innerType'] as z.ZodType
const elementOf = (def: Def): z.ZodType => def['element'] as z.ZodType
const entriesOf = (def: Def): Readonly<Record<string, string | number>> =>
  def['entries'] as Readonly<Record<string, string | number>>
const shapeOf = (def: Def): Readonly<Record<string, z.ZodType>> =>
  (def['shape'] ?? {}) as Readonly<Record<string, z.ZodType>>

/** Most characters of a text, or most entries of a list. */
const maxLength = (schema: z.ZodType): number => {
  if (schema instanceof z.ZodString) return schema.maxLength ?? longest
  const checks = defOf(schema)['checks'] as readonly z.core.$ZodCheck[] | undefined
  const most = checks?.flatMap(({ _zod: { def } }) =>
    'maximum' in def && typeof def.maximum === 'number' ? [def.maximum] : [],
  )
  return Math.min(longest, ...(most ?? []))
}

const longest = 4000

const boundsOf = (schema: z.ZodType) => ({
  min: Math.max(0, schema instanceof z.ZodNumber ? (schema.minValue ?? 0) : 0),
  max: Math.min(largest, schema instanceof z.ZodNumber ? (schema.maxValue ?? largest) : largest),
})

const largest = 999_999_999
