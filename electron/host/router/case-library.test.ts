import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import type { ChooseFile } from '../process/shell-file-chooser.ts'
import { lastOf } from './_testing.ts'
import { desktopRouter } from './desktop-router.ts'

let host: TestHost
let folder: string
beforeEach(async () => {
  host = makeTestHost()
  folder = await mkdtemp(join(tmpdir(), 'yichuang-library-'))
  await signIn(host)
})
afterEach(async () => {
  await host.remove()
  await rm(folder, { recursive: true })
})

const list = { text: '', kinds: [], statuses: [], openOnly: false, order: 'newest' as const }
const clientThatChooses = (chooseFile: ChooseFile) =>
  createRouterClient(desktopRouter, { context: { services: { ...host.services, chooseFile } } })
const exported = async (chooseFile: ChooseFile) =>
  lastOf(await clientThatChooses(chooseFile).cases.export({ list, columns: ['caseNo', 'title'] }))
const cancelled = { ok: false, error: { code: 'cancelled' } }

describe('a list as a workbook', () => {
  beforeEach(async () => {
    const act = { kind: 'service.accept', intake: aServiceIntake() } as const
    await host.client.cases.perform(toMutable({ caseId: host.stamps.newId(), base: 0, act }))
  })

  it('[LIB-3] is written where the person says, under a name that says when', async () => {
    const asked: string[] = []
    const choose: ChooseFile = (purpose, name) => {
      asked.push(`${purpose} ${name}`)
      return Promise.resolve(join(folder, name))
    }
    expect(await exported(choose)).toMatchObject({ ok: true, value: { file: '办件-20261123-1000.xlsx', rows: 1 } })
    expect(asked).toEqual(['save_list 办件-20261123-1000.xlsx'])
    expect(await readdir(folder)).toEqual(['办件-20261123-1000.xlsx'])
  })

  it('[LIB-3] is not written where nothing, or nothing of its kind, was chosen', async () => {
    expect(await exported(() => Promise.resolve(null))).toEqual(cancelled)
    expect(await exported(() => Promise.resolve(join(folder, 'a.exe')))).toEqual({
      ok: false,
      error: { code: 'not_writable' },
    })
    expect(await readdir(folder)).toEqual([])
  })

  it.each(['lock', 'signOut'] as const)(
    '[LIB-3] is not written after %s while the dialog stood open',
    async (leave) => {
      const choose: ChooseFile = (_purpose, name) => {
        host.services.session[leave]()
        return Promise.resolve(join(folder, name))
      }
      expect(await exported(choose)).toEqual(cancelled)
      expect(await readdir(folder)).toEqual([])
    },
  )

  it('[LIB-4] is known to who made it and to whoever answers for the device, and to no other window', async () => {
    await exported((_purpose, name) => Promise.resolve(join(folder, name)))
    const made = [{ at: host.clock.wall, name: '王芳', rows: 1 }]
    expect(await host.client.cases.exports()).toMatchObject(made)
    await signIn(host, 'li.ming')
    expect(await host.client.cases.exports()).toMatchObject(made)
    const { transact } = host.services.store
    transact((writer) =>
      writer.listExports.add({
        id: host.stamps.newId(),
        staffId: 'S02',
        name: '李明',
        at: host.clock.wall + 1,
        rows: 0,
        filter: {
          list: { kinds: [], statuses: [], openOnly: false, order: 'due' },
          searched: false,
          columns: ['title'],
        },
      }),
    )
    expect((await host.client.cases.exports()).map(({ name }) => name)).toEqual(['李明', '王芳'])
    await signIn(host)
    expect((await host.client.cases.exports()).map(({ name }) => name)).toEqual(['王芳'])
  })
})

describe('the columns of a list', () => {
  it('[LIB-5] are of the person who chose them, outlive a restart, and can be the usual ones again', async () => {
    expect(await host.client.cases.columns()).toBeNull()
    await host.client.cases.chooseColumns({ columns: ['title', 'caseNo', 'handler'] })
    await host.client.cases.chooseColumns({ columns: ['title', 'caseNo'] })
    await signIn(host, 'li.ming')
    expect(await host.client.cases.columns()).toBeNull()
    host = await host.restart()
    await signIn(host)
    expect(await host.client.cases.columns()).toEqual(['title', 'caseNo'])
    await host.client.cases.chooseColumns({ columns: null })
    expect(await host.client.cases.columns()).toBeNull()
  })

  it('[LIB-5] are refused doubled or empty, and nothing is changed', async () => {
    await host.client.cases.chooseColumns({ columns: ['title'] })
    await expect(host.client.cases.chooseColumns({ columns: [] })).rejects.toThrow()
    await expect(host.client.cases.chooseColumns({ columns: ['due', 'due'] })).rejects.toThrow()
    expect(await host.client.cases.columns()).toEqual(['title'])
  })
})

describe('views of a list', () => {
  const content = {
    list: { kinds: [], statuses: [], openOnly: true, order: 'due' as const },
    columns: ['caseNo' as const, 'title' as const],
  }
  const keep = async (name: string) => {
    const id = host.stamps.newId()
    return { id, kept: await host.client.cases.keepView({ id, name, content }) }
  }
  const names = async () => (await host.client.cases.views()).map(({ name }) => name)
  const refused = (code: string) => ({ ok: false, error: { code } })

  it('[LIB-6] are kept under a name, found again after a restart as they were, renamed and removed', async () => {
    const { id } = await keep(' 超期 ')
    await keep('今日')
    host = await host.restart()
    await signIn(host)
    expect(await host.client.cases.views()).toContainEqual({ id, name: '超期', content })
    expect(await host.client.cases.renameView({ id, name: '红牌' })).toEqual({ ok: true, value: {} })
    expect([...(await names())].sort()).toEqual(['今日', '红牌'])
    await host.client.cases.removeView({ id })
    expect(await names()).toEqual(['今日'])
  })

  it('[LIB-6] have names of their own, without a number of a client', async () => {
    const { id } = await keep('超期')
    expect((await keep('超期 ')).kept).toEqual(refused('known'))
    const other = await keep('今日')
    expect(await host.client.cases.renameView({ id: other.id, name: '超期' })).toEqual(refused('known'))
    expect(await host.client.cases.renameView({ id, name: '超期' })).toEqual({ ok: true, value: {} })
    expect(await host.client.cases.renameView({ id, name: '13800001234' })).toEqual(refused('personal_data'))
    expect((await keep('见 13800001234')).kept).toEqual(refused('personal_data'))
    await expect(keep('  ')).rejects.toThrow()
    await host.client.cases.removeView({ id })
    expect(await host.client.cases.renameView({ id, name: '超期' })).toEqual(refused('gone'))
    expect(await names()).toEqual(['今日'])
  })

  it('[LIB-6] are seen, renamed and removed by their person alone', async () => {
    const { id } = await keep('超期')
    await signIn(host, 'li.ming')
    expect(await names()).toEqual([])
    expect(await host.client.cases.renameView({ id, name: '我的' })).toEqual(refused('gone'))
    await host.client.cases.removeView({ id })
    expect((await keep('超期')).kept).toEqual({ ok: true, value: {} })
    await signIn(host)
    expect(await names()).toEqual(['超期'])
  })

  it('[LIB-6] are as many as anybody finds again', async () => {
    for (let n = 0; n < 40; n += 1) await keep(`视图 ${String(n)}`)
    expect((await keep('还有一个')).kept).toEqual(refused('too_many'))
    expect(await names()).toHaveLength(40)
  })
})
