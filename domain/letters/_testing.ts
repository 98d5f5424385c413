import type { FactSchema, FactSpec, FactValue, Facts, ScalarSpec, ScalarValue } from './fact-types.ts'

/** The facts with every choice, every absence and every flag there can be, one at a time. */
export const variantsOf = (schema: FactSchema, facts: Facts): readonly Facts[] => [
  facts,
  ...Object.entries(schema).flatMap(([name, spec]) => valuesOf(spec).map((value) => ({ ...facts, [name]: value }))),
]

const valuesOf = (spec: FactSpec): readonly FactValue[] => {
  const absent: readonly FactValue[] = spec.optional === true ? [null] : []
  if (spec.type === 'list')
    return [...absent, [], ...rowsOf(spec.of).map((row) => [row]), [rowOf(spec.of), rowOf(spec.of)]]
  return [...absent, ...scalarsOf(spec)]
}

const rowsOf = (of: Readonly<Record<string, ScalarSpec>>): readonly Readonly<Record<string, ScalarValue>>[] =>
  Object.entries(of).flatMap(([name, spec]) =>
    [...(spec.optional === true ? [null] : []), ...scalarsOf(spec)].map((value) => ({ ...rowOf(of), [name]: value })),
  )

const rowOf = (of: Readonly<Record<string, ScalarSpec>>): Readonly<Record<string, ScalarValue>> =>
  Object.fromEntries(Object.entries(of).map(([name, spec]) => [name, scalarsOf(spec)[0] ?? null]))

const scalarsOf = (spec: ScalarSpec): readonly ScalarValue[] => {
  switch (spec.type) {
    case 'text':
      return ['甲']
    case 'date':
      return ['2026-11-20']
    case 'count':
      return [1]
    case 'money':
      return [38_050]
    case 'flag':
      return [true, false]
    case 'choice':
      return Object.keys(spec.values)
  }
}
