import { describe, expect, it } from 'vitest'
import { day } from '../../register/_testing.ts'
import { type IndexCodes, formatIndexNo, nextIndexNo, parseIndexNo } from './index-number.ts'
import { type IndexTemplate, parseIndexTemplate } from './index-template.ts'

const template = (text: string): IndexTemplate => {
  const parsed = parseIndexTemplate(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}
const problems = (text: string) => {
  const parsed = parseIndexTemplate(text)
  return parsed.ok ? [] : parsed.error.map(({ code, at }) => `${code} ${at}`.trim())
}

const codes: IndexCodes = {
  organ: '0142768-8',
  uscc: '11341702486344515H',
  area: '320700',
  dept: 'A012',
  category: '0605',
  group: '02',
  device: 'W03',
}
const on = day('2021-10-08')

describe('templates of index numbers', () => {
  it.each([
    ['{organ}/{year}-{serial:5}', { ...codes, organ: '035210000' }, '2025-03-01', 16, '035210000/2025-00016'],
    ['{organ}/{year}-{serial:5}', codes, '2022-05-09', 185, '0142768-8/2022-00185'],
    ['{uscc}/{month}-{serial:5}', codes, '2021-10-08', 13, '11341702486344515H/202110-00013'],
    ['{area}-{dept}-{category}-{year}-{serial:4}', codes, '2021-10-08', 7, '320700-A012-0605-2021-0007'],
    ['{area}-{dept}-{category}-{group}-{date}-{serial:3}', codes, '2021-10-08', 1, '320700-A012-0605-02-20211008-001'],
  ] as const)('[PUB-3] %s makes and reads the numbers in use', (text, given, madeOn, serial, no) => {
    expect(formatIndexNo(template(text), given, day(madeOn), serial)).toBe(no)
    expect(parseIndexNo(template(text), no)).toMatchObject({ serial })
  })

  it('[PUB-3] a number is taken apart into its parts', () => {
    expect(parseIndexNo(template('{organ}-{year}-{serial:5}'), '0142768-8-2022-00185')).toEqual({
      organ: '0142768-8',
      year: '2022',
      serial: 185,
    })
    for (const wrong of ['0142768-8/2022-185', '0142768-8/22-00185', '0142768-8/2022-0000185', '/2022-00185', ''])
      expect(parseIndexNo(template('{organ}/{year}-{serial:5}'), wrong), wrong).toBeNull()
  })

  it('[PUB-2] every fault of a template is named', () => {
    expect(problems('{organ}/{year}-{serial:5}')).toEqual([])
    expect(problems('{organ}/{')).toEqual(['brace_unpaired {', 'serial_missing'])
    expect(problems('{bureau}-{serial:5}')).toEqual(['part_unknown {bureau}'])
    expect(problems('{serial:5}-{serial:5}')).toEqual(['part_twice {serial}'])
    expect(problems('{year}')).toEqual(['serial_missing'])
    expect(problems('{serial}')).toEqual(['width_invalid {serial}', 'serial_missing'])
    expect(problems('{serial:10}')).toEqual(['width_invalid {serial:10}', 'serial_missing'])
    expect(problems('{year:4}-{serial:5}')).toEqual(['width_invalid {year:4}'])
    expect(problems('{year} {serial:5}')).toEqual(['literal_invalid'])
    expect(problems('{organ}-{category}-{serial:3}')).toEqual(['parts_run_together {organ}{category}'])
    expect(problems('{dept}{serial:3}')).toEqual(['parts_run_together {dept}{serial}'])
    expect(problems('{dept}0{serial:3}')).toEqual(['parts_run_together {dept}{serial}'])
  })

  it('[PUB-3] whatever a faultless template makes reads back as what it was made from', () => {
    const seed = 20_261_122
    const random = numbersFrom(seed)
    const parts = [
      '{organ}',
      '{uscc}',
      '{area}',
      '{dept}',
      '{category}',
      '{group}',
      '{device}',
      '{year}',
      '{month}',
      '{date}',
      '{serial:5}',
    ]
    const between = ['', '-', '/', '〔', '〕', '_', '第', '号', '0']
    let made = 0
    for (let round = 0; round < 4000; round += 1) {
      const count = 1 + Math.floor(random() * 5)
      const text = Array.from(
        { length: count },
        () =>
          (parts[Math.floor(random() * parts.length)] ?? '') + (between[Math.floor(random() * between.length)] ?? ''),
      ).join('')
      const parsed = parseIndexTemplate(text)
      if (!parsed.ok) continue
      const given = { ...codes, organ: random() < 0.5 ? '0142768-8' : '035210000' }
      const serial = 1 + Math.floor(random() * 200_000)
      const no = formatIndexNo(parsed.value, given, on, serial) ?? ''
      const read = parseIndexNo(parsed.value, no)
      expect(read?.serial, `seed ${String(seed)}, ${text}: ${no}`).toBe(serial)
      for (const [part, value] of Object.entries(given))
        if (text.includes(`{${part}}`))
          expect(read, `seed ${String(seed)}, ${text}: ${no}`).toMatchObject({ [part]: value })
      made += 1
    }
    expect(made).toBeGreaterThan(200)
  })

  it('[PUB-3] codes that are not written as their part demands make no number', () => {
    expect(formatIndexNo(template('{uscc}-{serial:5}'), { uscc: '123' }, on, 1)).toBeNull()
    expect(formatIndexNo(template('{dept}-{serial:5}'), {}, on, 1)).toBeNull()
  })

  it('[PUB-4] the next number is one above the highest of its series, and other series do not count', () => {
    const yearly = template('{organ}/{year}-{serial:5}')
    const taken = [
      '0142768-8/2021-00003',
      '0142768-8/2021-00009',
      '0142768-8/2020-00077',
      '035210000/2021-00120',
      '旧编号',
    ]
    expect(nextIndexNo(yearly, codes, on, taken)).toBe('0142768-8/2021-00010')
    expect(nextIndexNo(yearly, codes, on, [])).toBe('0142768-8/2021-00001')
    expect(nextIndexNo(yearly, codes, on, ['0142768-8/2021-99999'])).toBe('0142768-8/2021-100000')
    expect(nextIndexNo(yearly, {}, on, [])).toBeNull()
  })

  it('[PUB-4] numbers given one after another never repeat, and desks that put their device in never meet', () => {
    const own = template('{organ}/{year}-{device}-{serial:4}')
    const given = new Set<string>()
    for (const device of ['W03', 'W04'])
      for (let at = 0; at < 50; at += 1) given.add(nextIndexNo(own, { ...codes, device }, on, given) ?? '')
    expect(given.size).toBe(100)
    expect([...given].every((no) => parseIndexNo(own, no) !== null)).toBe(true)
  })
})

/** A linear congruential generator: the same rounds on every machine. */
const numbersFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
