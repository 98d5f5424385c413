import { expect, it } from 'vitest'
import { benchArguments } from './arguments.ts'

const known = ['intake', 'search']

it('names, sizes and rounds are read, and all means every bench', () => {
  expect(benchArguments(['search', '--size', '1000', '--json'], known)).toEqual({
    ok: true,
    value: { names: ['search'], size: 1000, rounds: 3, json: true },
  })
  expect(benchArguments(['all', '--rounds', '5'], known)).toMatchObject({
    value: { names: known, size: null, rounds: 5 },
  })
})

it('a number that is none, an unknown name and no name at all are refused', () => {
  for (const size of ['0', '1.5', 'many', '10000001', undefined]) {
    const args = size === undefined ? ['intake', '--size'] : ['intake', '--size', size]
    expect(benchArguments(args, known), String(size)).toMatchObject({ ok: false })
  }
  expect(benchArguments(['sync'], known)).toEqual({ ok: false, error: 'unknown: sync' })
  expect(benchArguments([], known)).toEqual({ ok: false, error: 'name a bench' })
})
