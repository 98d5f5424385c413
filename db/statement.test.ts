import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { query } from './query.ts'
import { Slot, bind, named, ofManyRows, statement } from './statement.ts'

describe('statement', () => {
  it('keeps the places of its parameters, also of one that stands twice, and its constants', () => {
    const made = statement<{ from: number; to: number }>()((param) =>
      query
        .selectFrom('cases')
        .select('seq')
        .where('seq', '>', param('from'))
        .where('urgent', '<', param('to'))
        .where(sql<boolean>`version > ${param('from')}`)
        .where('held', '=', 0),
    )
    const { sql: text, slots } = made.compiled()
    expect(text.match(/\?/g)).toHaveLength(4)
    expect(bind(slots, { to: 9, from: 3 })).toEqual([3, 9, 3, 0])
    expect(made.compiled()).toBe(made.compiled())
  })

  it('binds null, and throws on a parameter that is missing', () => {
    const slots = [new Slot('a'), { constant: 1 }]
    expect(bind(slots, { a: null })).toEqual([null, 1])
    expect(() => bind(slots, {})).toThrow('a is missing')
  })

  it('refuses a constant that SQLite cannot hold', () => {
    const odd = statement<Record<never, never>>()(() => sql`select ${new Date(0)}`)
    expect(() => odd.compiled()).toThrow('not an SQL value')
  })

  it('makes of an insert of one row one of several, and of nothing else', () => {
    const made = statement<{ k: 'epoch'; v: string }>()((param) =>
      query.insertInto('meta').values(named(param, ['k', 'v'])),
    )
    const { sql: text, slots } = ofManyRows(made.compiled(), 3)
    expect(text).toBe('insert into "meta" ("k", "v") values (?, ?), (?, ?), (?, ?)')
    expect(slots).toEqual([...made.compiled().slots, ...made.compiled().slots, ...made.compiled().slots])
    const other = statement<{ k: 'epoch'; v: string }>()((param) =>
      query
        .insertInto('meta')
        .values(named(param, ['k', 'v']))
        .onConflict((conflict) => conflict.doNothing()),
    )
    expect(() => ofManyRows(other.compiled(), 3)).toThrow('one row alone')
  })

  it('names the columns of an insert', () => {
    const made = statement<{ k: 'epoch'; v: string }>()((param) =>
      query.insertInto('meta').values(named(param, ['k', 'v'])),
    )
    expect(bind(made.compiled().slots, { v: 'x', k: 'epoch' })).toEqual(['epoch', 'x'])
  })

  it('writes limits that SQLite does not plan anew for', () => {
    const made = statement<{ limit: number }>()((param) =>
      query.selectFrom('cases').select('seq').limit(param('limit')),
    )
    expect(made.compiled().sql).toMatch(/limit \? \+ 0$/)
  })
})
