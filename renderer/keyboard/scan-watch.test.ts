import { describe, expect, it } from 'vitest'
import { createScanWatch } from './scan-watch.ts'
import { scannerGapMs } from './scanner.ts'

const code = '990123-20261014-W03-0012'
const quick = 5
const soon = scannerGapMs - 10
const later = 500

/** Two text fields under the keys of a hand and of a scanner. */
const makeDesk = () => {
  const fields = { name: '', remark: '' }
  let focus: keyof typeof fields = 'name'
  let at = 0
  const taken: string[] = []
  const watch = createScanWatch<{ readonly name: keyof typeof fields; readonly value: string }>({
    handlers: [
      (text) => {
        if (text !== code) return false
        taken.push(text)
        return true
      },
    ],
    restore: ({ name, value }) => {
      fields[name] = value
    },
  })
  const press = (key: string, pause: number) => {
    at += pause
    const swallowed = watch.press({ key, at }, () => ({ name: focus, value: fields[focus] }))
    if (swallowed) return
    if (key === 'Tab') focus = focus === 'name' ? 'remark' : 'name'
    else if (key === 'Backspace') fields[focus] = fields[focus].slice(0, -1)
    else if (key.length === 1) fields[focus] += key
  }
  return {
    fields,
    taken,
    press,
    type: (text: string) => {
      for (const key of text) press(key, later)
    },
    scan: (firstPause: number) => {
      ;[...code].forEach((key, index) => press(key, index === 0 ? firstPause : quick))
      press('Enter', quick)
    },
  }
}

describe('a scan into a field', () => {
  it('leaves the field as it was', () => {
    const desk = makeDesk()
    desk.type('张三')
    desk.scan(later)
    expect(desk.taken).toEqual([code])
    expect(desk.fields).toEqual({ name: '张三', remark: '' })
  })

  it('leaves what a key just before it did to the field', () => {
    const desk = makeDesk()
    desk.type('张三四')
    desk.press('Backspace', later)
    desk.scan(soon)
    expect(desk.taken).toEqual([code])
    expect(desk.fields).toEqual({ name: '张三', remark: '' })
  })

  it('leaves the field alone that a key just before it left', () => {
    const desk = makeDesk()
    desk.type('张三')
    desk.press('Tab', later)
    desk.scan(soon)
    expect(desk.taken).toEqual([code])
    expect(desk.fields).toEqual({ name: '张三', remark: '' })
  })

  it('leaves a character in the field that was typed just before it', () => {
    const desk = makeDesk()
    desk.type('张')
    desk.press('三', later)
    desk.scan(soon)
    expect(desk.taken).toEqual([code])
    expect(desk.fields).toEqual({ name: '张三', remark: '' })
  })

  it('leaves what came between two scans, the second right after the first', () => {
    const desk = makeDesk()
    desk.type('张')
    desk.scan(later)
    desk.type('三')
    desk.press('Enter', later)
    desk.scan(soon)
    expect(desk.taken).toEqual([code, code])
    expect(desk.fields).toEqual({ name: '张三', remark: '' })
  })

  it('stays typed when nobody takes it', () => {
    const desk = makeDesk()
    for (const key of '6901234567892') desk.press(key, quick)
    desk.press('Enter', quick)
    expect(desk.taken).toEqual([])
    expect(desk.fields.name).toBe('6901234567892')
  })
})
