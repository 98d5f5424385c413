import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aContent } from '../../../../domain/record/publication/_testing.ts'
import { draft as mandate } from '../../../../domain/record/mandate/_testing.ts'
import { making } from '../../../../domain/record/handover/_testing.ts'
import { urge } from '../../../../domain/record/task/_testing.ts'
import { draft as template } from '../../../../domain/record/template/_testing.ts'
import type { RecordAct } from '../../../../domain/record/record-act.ts'
import { addPower } from '../../../../domain/record/register/_testing.ts'
import { complaintSet } from '../../../../domain/settings/_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

/** Does one act that opens a record; answers the record's id. */
const opened = async (act: RecordAct, role = 'administrator'): Promise<string> => {
  const file = join(place.root, 'act.json')
  writeFileSync(file, JSON.stringify([{ role, act }]))
  const { code, out, said } = await run(['act', file, '--dir', place.dir, '--json'])
  expect(code, said).toBe(0)
  const { done }: { done: readonly { recordId: string }[] } = JSON.parse(out)
  return done[0]?.recordId ?? ''
}
const show = (word: string, ...more: readonly string[]) => run(['show', word, '--dir', place.dir, ...more])

const entry: RecordAct = {
  kind: 'publication.draft',
  indexNo: '035210000/2026-00016',
  template: null,
  origin: { kind: 'own' },
  content: aContent(),
}

describe('show of a record', { timeout: 60_000 }, () => {
  it('[CLI-5] tells state, what is owed with its article, and what may be done, by its id or its own key', async () => {
    const id = await opened(entry)
    const lines = [
      '主动公开条目　草稿　035210000/2026-00016　青岚县2027年一般公共预算草案　青岚县财政局',
      '应办：2026-11-30　公开（《政府信息公开条例》第二十六条）',
      '可以办理：修改 publication.edit、送审 publication.submit、公开 publication.release、撤下 publication.withdraw',
    ]
    expect((await show(id)).out.split('\n')).toEqual(lines)
    expect((await show('035210000/2026-00016')).out.split('\n')).toEqual(lines)
    expect(JSON.parse((await show(id, '--json')).out)).toMatchObject({
      kind: 'publication',
      status: 'draft',
      duties: [{ what: 'release', due: '2026-11-30', article: 'ogi2019:26', late: false }],
      documents: [],
      acts: ['publication.edit', 'publication.submit', 'publication.release', 'publication.withdraw'],
    })
  })

  it.each([
    ['监察任务　待答复', urge, 'supervisor', /应办：\d{4}-\d\d-\d\d　监察任务答复/],
    ['代理交接单', making(), 'agent', /应办：\d{4}-\d\d-\d\d　代理件转送/],
    ['文书模板　草稿', template(), 'administrator', /可以办理：修改 template\.edit/],
    [
      '本中心参数　草稿',
      { kind: 'settings.draft', set: complaintSet(12), basis: '中心办公会纪要' } as const,
      'administrator',
      /可以办理：修改 settings\.edit/,
    ],
    ['清单条目　现行有效　power_list:', addPower(), 'administrator', /可以办理：修改条目 register\.change/],
  ])('[CLI-5] knows a record of each kind: %s', async (head, act, role, line) => {
    const { code, out } = await show(await opened(act, role))
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toContain(head)
    expect(out).toMatch(line)
    expect(out).not.toMatch(/undefined|\[object/)
  })

  it('[CLI-5] masks the parties of a mandate, and every number of a person in what was written', async () => {
    const act = mandate()
    const id = await opened(act, 'agent')
    if (act.kind !== 'mandate.draft') throw new Error(act.kind)
    const { applicant, representative } = act.content
    const { out } = await show(id, '--json')
    for (const secret of [
      applicant.name,
      applicant.idNumber,
      applicant.phone,
      representative.name,
      representative.phone,
    ])
      expect(secret === null || !out.includes(secret), secret ?? '').toBe(true)
    if (urge.kind !== 'task.urge') throw new Error(urge.kind)
    const order = await opened({ ...urge, content: '请联系13800002046，身份证99000019800101016X' }, 'supervisor')
    expect((await show(order, '--json')).out).not.toMatch(/13800002046|99000019800101016X/)
    expect((await show(order)).out).not.toMatch(/13800002046|99000019800101016X/)
  })

  it.each(['00000000-0000-4000-8000-000000000000', '035210000/2026-09999', ''])(
    '[CLI-5] says when there is nothing under %j',
    async (word) => {
      const { code, out, said } = await show(word)
      expect([code, out]).toEqual([2, ''])
      expect(said).toMatch(/没有编号为“.*”的办件或记录|编号/)
    },
  )
})
