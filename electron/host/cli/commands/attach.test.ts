import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../../../domain/case/_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
let caseNo: string
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
  const file = join(place.root, 'acts.json')
  writeFileSync(file, JSON.stringify([{ act: { kind: 'service.accept', intake: aServiceIntake() } }]))
  const done: { done: { caseNo: string }[] } = JSON.parse((await run(['act', file, '--dir', place.dir, '--json'])).out)
  caseNo = done.done[0]?.caseNo ?? ''
})
afterEach(() => place.remove())

const pdf = '%PDF-1.7\n'
const paper = (name: string, text = pdf): string => {
  const path = join(place.root, name)
  writeFileSync(path, text)
  return path
}
const attach = (file: string, ...more: readonly string[]) =>
  run(['attach', file, '--case', caseNo, '--dir', place.dir, ...more])
const files = (...more: readonly string[]) => run(['files', caseNo, '--dir', place.dir, ...more])

describe('attach and files', { timeout: 30_000 }, () => {
  it('keep a file with its case, list it, and give it back byte for byte', async () => {
    const kept = await attach(paper('申请书.pdf'), '--as', 'application')
    expect([kept.code, kept.said]).toEqual([0, ''])
    expect(kept.out).toContain('申请书.pdf')
    rmSync(join(place.root, '申请书.pdf'))
    expect((await files()).out).toContain('申请书.pdf　申请书　pdf')
    const to = join(place.root, 'out.pdf')
    expect((await files('--save', '1', '--to', to)).code).toBe(0)
    expect(readFileSync(to, 'utf8')).toBe(pdf)
    expect((await files('--save', '1', '--to', to)).code).toBe(2)
  })

  it('[JRN-15] come along with a backup', async () => {
    await attach(paper('材料.pdf'))
    const [to, elsewhere, out] = ['backup', 'elsewhere', 'out.pdf'].map((name) => join(place.root, name))
    expect((await run(['backup', '--dir', place.dir, '--to', to ?? ''])).code).toBe(0)
    expect((await run(['restore', '--dir', elsewhere ?? '', '--from', to ?? ''])).code).toBe(0)
    const saved = await run(['files', caseNo, '--dir', elsewhere ?? '', '--save', '1', '--to', out ?? ''])
    expect([saved.code, saved.said]).toEqual([0, ''])
    expect(readFileSync(out ?? '', 'utf8')).toBe(pdf)
  })

  it('[ATT-11] a store that stands alone has what it needs for the archive', async () => {
    await attach(paper('材料.pdf'))
    expect((await files()).out).toContain('已到中心')
  })

  it('say what is wrong with a file, and keep nothing', async () => {
    for (const [file, words] of [
      [paper('a.pdf', 'MZ 程序'), '按文件内容判断'],
      [paper('b.pdf', ''), '文件太大'],
      [join(place.root, 'nowhere.pdf'), '读不到这个文件'],
    ] as const) {
      const refused = await attach(file)
      expect([refused.code, refused.out]).toEqual([2, ''])
      expect(refused.said).toContain(words)
    }
    expect((await files()).out).toBe('')
    expect(existsSync(join(place.dir, 'blobs'))).toBe(false)
    expect((await attach(paper('c.pdf'), '--as', 'secret')).code).toBe(2)
    expect((await run(['attach', paper('d.pdf'), '--case', '1', '--dir', place.dir])).said).toContain('没有编号')
    expect((await files('--save', '9', '--to', join(place.root, 'x'))).said).toContain('没有这个附件')
  })
})
