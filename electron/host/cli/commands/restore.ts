import { existsSync, statSync } from 'node:fs'
import { copyFile, cp, mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { storePaths } from '../../../../db/store-file.ts'
import { keyFileName, plainKeyFileName } from '../../keys/key-file.ts'
import { command, dirFlag, jsonFlag } from '../command.ts'
import { noBackupWords, restoredWords } from '../messages/backup.ts'
import { withHost } from '../with-host.ts'

export const restoreCommand = command({
  name: 'restore',
  about: '用备份恢复本地库；原来的文件移到一边，不删除',
  spec: {
    words: [],
    flags: {
      '--dir': dirFlag,
      '--from': { value: '备份', required: true, about: 'backup 做的目录，或 copies 里的一个 .db 文件' },
      '--json': jsonFlag,
    },
  },
  notes: ['正在使用的本地库不能恢复：请先关闭一窗。备份之后的操作，凡日志副本和原来的文件里有的，都会补回。'],
  work: async ({ values }, io) => {
    const dir = resolve(values.get('--dir') ?? '')
    const from = resolve(values.get('--from') ?? '')
    const copy = existsSync(from) && statSync(from).isFile() ? from : join(from, 'desk.db')
    const hasKey = existsSync(join(dir, keyFileName))
    if (!existsSync(copy) || !(hasKey || existsSync(join(dirname(copy), keyFileName)))) {
      io.say(noBackupWords(from))
      return 2
    }
    const takeBack = hasKey ? null : await bringKey(dirname(copy), dir)
    const code = await withHost(
      dir,
      io,
      ({ services: { store } }) => {
        if (values.has('--json')) io.out(JSON.stringify({ dir, ...store.opening }, null, 2))
        else for (const line of restoredWords(store.opening, dir)) io.out(line)
        return 0
      },
      { restoreFrom: copy },
    )
    if (code !== 0) await takeBack?.()
    else await bringFiles(dirname(copy), dir)
    return code
  },
})

/** Attached files of the copy. One is what its name says, so those that are there stay; the next opening finds the rest. */
const bringFiles = async (from: string, dir: string): Promise<void> => {
  const { blobs } = storePaths(from)
  if (existsSync(blobs)) await cp(blobs, storePaths(dir).blobs, { recursive: true, force: false })
}

/** On a computer that has no store yet; the answer takes back what was brought. */
const bringKey = async (from: string, dir: string): Promise<() => Promise<void>> => {
  const firstMade = await mkdir(dir, { recursive: true, mode: 0o700 })
  const names = [keyFileName, plainKeyFileName].filter((name) => existsSync(join(from, name)))
  for (const name of names) await copyFile(join(from, name), join(dir, name))
  return async () => {
    for (const name of names) await rm(join(dir, name), { force: true })
    if (firstMade !== undefined) await rm(firstMade, { recursive: true, force: true })
  }
}
