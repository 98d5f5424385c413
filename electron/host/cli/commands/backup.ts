import { existsSync } from 'node:fs'
import { copyFile, cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { storePaths } from '../../../../db/store-file.ts'
import { keyFileName, plainKeyFileName } from '../../keys/key-file.ts'
import { command, dirFlag, jsonFlag } from '../command.ts'
import { claimEmptyFolder, findObstacle } from '../empty-folder.ts'
import { backedUpWords, plainKeyWarning } from '../messages/backup.ts'
import type { ExitCode } from '../io.ts'
import { obstacleWords } from '../messages/folder.ts'
import { withHost } from '../with-host.ts'

/** What a copy needs beside itself to be opened: the key, sealed as it is at home. */
const keyFiles = [keyFileName, plainKeyFileName]

export const backupCommand = command({
  name: 'backup',
  about: '把本地库完整复制到一个空目录，并逐页读过',
  spec: {
    words: [],
    flags: {
      '--dir': dirFlag,
      '--to': { value: '目录', required: true, about: '放备份的空目录' },
      '--json': jsonFlag,
    },
  },
  notes: ['备份与本地库用同一把密钥加密；由操作系统密钥库保管的密钥，只能在原来的电脑上打开。'],
  work: async ({ values }, io) => {
    const dir = resolve(values.get('--dir') ?? '')
    const to = resolve(values.get('--to') ?? '')
    const obstacle = await findObstacle(to)
    if (obstacle !== null) {
      io.say(obstacleWords(obstacle, to))
      return 2
    }
    const takeBack = await claimEmptyFolder(to)
    const code = await withHost(dir, io, async ({ services: { store } }): Promise<ExitCode> => {
      const copy = store.copyTo(join(to, 'desk.db'))
      for (const name of keyFiles) if (existsSync(join(dir, name))) await copyFile(join(dir, name), join(to, name))
      const { blobs } = storePaths(dir)
      if (existsSync(blobs)) await cp(blobs, storePaths(to).blobs, { recursive: true })
      if (values.has('--json')) io.out(JSON.stringify({ to, operations: copy.operations, bytes: copy.bytes }, null, 2))
      else io.out(backedUpWords(copy, to))
      if (existsSync(join(to, plainKeyFileName))) io.say(plainKeyWarning(to))
      return 0
    })
    if (code !== 0) await takeBack()
    return code
  },
})
