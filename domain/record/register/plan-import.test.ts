import { describe, expect, it } from 'vitest'
import { day } from '../../register/_testing.ts'
import { codeMax, entryCode } from '../../register/entry-code.ts'
import type { WrittenChange } from '../../register/change.ts'
import { type RegisterRow, parseRegisterRow } from '../../register/parse-row.ts'
import { type RegisterName, schemaOf } from '../../register/registers.ts'
import type { RegisterValues } from '../../register/schema.ts'
import { createColumnFinder } from '../../register/columns.ts'
import { aPower, aResult, registerOn, stored } from './_testing.ts'
import { planRegisterImport } from './plan-import.ts'
import type { RegisterEntry } from './register-record.ts'

const today = '2026-11-02'
const row = (
  values: RegisterValues,
  change: WrittenChange | null = null,
  effectiveFrom: string | null = null,
): RegisterRow => ({
  values,
  change,
  changeReason: null,
  effectiveFrom: effectiveFrom === null ? null : day(effectiveFrom),
})

/** Takes rows in as the import does: plans them, does the acts, answers the register after it. */
const take = (register: RegisterName, before: readonly RegisterEntry[], ...rows: readonly RegisterRow[]) => {
  const numbered = rows.map((read, at) => ({ row: at + 2, read }))
  const plan = planRegisterImport(register, before, numbered, day(today))
  const entries = [...before]
  for (const { entry, act } of plan.acts) {
    const after = registerOn(today).done(entry, act)
    if (entry === null) entries.push(stored(after))
    else entries.splice(entries.indexOf(entry), 1, { ...after, id: entry.id })
  }
  return {
    entries,
    acts: plan.acts.map(({ act }) => `${act.kind.slice(9)} ${act.kind === 'register.restore' ? 'added' : act.change}`),
    bad: plan.bad.map(({ row: at, problems }) => [at, ...problems.map(({ code }) => code)]),
    unchanged: plan.unchanged,
    absent: plan.absent,
  }
}

const fish = { name: '渔业捕捞许可', code: '990123-A-002' }
const first = take('power_list', [], row(aPower()), row(aPower(fish)))

describe('taking rows into a register', () => {
  it('[REG-7] the first file is the first publication, a row that comes later is new', () => {
    expect(first).toMatchObject({ acts: ['add initial', 'add initial'], unchanged: 0, bad: [] })
    const later = take(
      'power_list',
      first.entries,
      row(aPower()),
      row(aPower(fish)),
      row(aPower({ code: 'A-3', name: '采砂许可' })),
    )
    expect(later).toMatchObject({ acts: ['add added'], unchanged: 2, absent: 0 })
  })

  it('[REG-7] the same rows again change nothing', () => {
    expect(take('power_list', first.entries, row(aPower()), row(aPower(fish)))).toMatchObject({
      acts: [],
      unchanged: 2,
    })
    const everything = [
      row(aPower({ duty: '监管' }), 'merged', '2026-12-01'),
      row(aPower(fish), 'cancelled', '2026-12-01'),
      row(aPower({ code: 'A-3', name: '采砂许可' }), 'added'),
    ]
    const once = take('power_list', first.entries, ...everything)
    expect(once.acts).toEqual(['change merged', 'withdraw cancelled', 'add added'])
    expect(take('power_list', once.entries, ...everything)).toMatchObject({ acts: [], unchanged: 3, bad: [] })
  })

  it('[REG-7] a changed row is a new version with its kind of change, and a column that is not in the file keeps what was there', () => {
    const changed = take('power_list', first.entries, row({ code: '990123-A-001', legalBasis: '水法第七条' }))
    expect(changed.acts).toEqual(['change modified'])
    expect(changed.entries[0]?.versions.at(-1)?.values).toMatchObject({ name: '取水许可', legalBasis: '水法第七条' })
    expect(take('power_list', first.entries, row(aPower(), 'merged')).acts).toEqual(['change merged'])
  })

  it('[REG-7] only 取消 takes an entry out; what a file does not name stays and is counted', () => {
    const some = take('power_list', first.entries, row(aPower()))
    expect(some).toMatchObject({ acts: [], absent: 1 })
    const out = take('power_list', first.entries, row({ code: '990123-A-001' }, 'cancelled'))
    expect(out.entries[0]).toMatchObject({ status: 'withdrawn', endings: [{ change: 'cancelled', from: today }] })
    expect(take('power_list', out.entries, row(aPower())).acts).toEqual(['restore added'])
    expect(take('power_list', first.entries, row({ code: 'A-9' }, 'cancelled')).bad).toEqual([[2, 'not_in_register']])
  })

  it('[REG-8] bad rows are named with all that is wrong, and the good ones are taken in', () => {
    const mixed = take(
      'power_list',
      first.entries,
      row({ code: 'A-5', kind: 'licence' }),
      row(aPower({ code: 'A-6', name: '采砂许可' })),
      row(aPower({ code: 'a－6', name: '采砂' })),
      row(aPower({ duty: '监管' }), null, '2026-11-01'),
    )
    expect(mixed.acts).toEqual(['add added'])
    expect(mixed.bad).toEqual([
      [2, 'missing', 'missing'],
      [4, 'duplicate_code'],
      [5, 'effective_before_previous'],
    ])
    const results = take(
      'enforcement_results',
      [],
      row(aResult({ penaltyClass: 'warning_only', publishedOn: '2026-11-01' })),
      row(aResult()),
    )
    expect(results.bad).toEqual([
      [2, 'date_order', 'not_published'],
      [3, 'duplicate_code'],
    ])
  })

  it('[REG-8] an entry without a code is known by what tells it from others', () => {
    const fee = {
      name: '不动产登记费',
      organ: '青岚县自然资源局',
      kind: 'administrative',
      standard: '80元/件',
      basis: '发改价格规〔2016〕2559号',
    }
    const once = take('fee_list', [], row(fee))
    expect(take('fee_list', once.entries, row({ ...fee, standard: '550元/件' })).acts).toEqual(['change modified'])
    // The list gets codes later on: the same entry, now with its code.
    const coded = take('fee_list', once.entries, row({ ...fee, code: 'F-01' }))
    expect(coded.acts).toEqual(['change modified'])
    expect(take('fee_list', coded.entries, row(fee)).unchanged).toBe(1)
    expect(take('fee_list', coded.entries, row({ ...fee, code: 'F-01' })).unchanged).toBe(1)
    expect(take('fee_list', coded.entries, row(fee), row({ ...fee, code: 'F-01' })).bad).toEqual([
      [3, 'duplicate_code'],
    ])
  })

  it('[REG-8] codes are compared without case, width and blanks; long names keep apart', () => {
    const schema = schemaOf('fee_list')
    expect(entryCode(schema, { code: ' ａ-1 ' })).toBe('A-1')
    const long = (end: string) => entryCode(schema, { name: `${'很'.repeat(200)}${end}`, organ: '县局' })
    expect(long('甲').length).toBeLessThanOrEqual(codeMax)
    expect(long('甲')).not.toBe(long('乙'))
    expect(long('甲')).toBe(long('甲'))
  })
})

describe('reading a row', () => {
  const read = (register: RegisterName, cells: Readonly<Record<string, unknown>>) => {
    const find = createColumnFinder(schemaOf(register))
    return parseRegisterRow(
      schemaOf(register),
      Object.entries(cells).flatMap(([header, value]) => {
        const column = find(header)
        return column === null ? [] : [{ column, value }]
      }),
    )
  }

  it('[REG-4] a natural person comes out masked', () => {
    const parsed = read('enforcement_results', {
      当事人类别: '自然人',
      当事人: '孙建国',
      证件号码: '99000019800101016X',
    })
    expect(parsed).toMatchObject({ ok: true, value: { values: { party: '孙＊国', partyId: '990***********016X' } } })
  })

  it('[REG-8] every fault of a row is told at once, by the column that has it', () => {
    const parsed = read('enforcement_results', {
      执法类别: '行政奖励',
      罚款金额: '若干',
      决定日期: '2026-13-01',
      变动类型: '升级',
      生效日期: '明年',
    })
    expect(parsed).toMatchObject({
      ok: false,
      error: [
        { code: 'choice_unknown', header: '执法类别', params: { value: '行政奖励' } },
        { code: 'amount_invalid', header: '罚款金额', params: { value: '若干' } },
        { code: 'date_invalid', header: '决定日期' },
        { code: 'change_unknown', header: '变动类型', params: { value: '升级' } },
        { code: 'date_invalid', header: '生效日期' },
      ],
    })
  })
})
