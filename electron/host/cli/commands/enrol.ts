import { resolve } from 'node:path'
import { isKeptInFile } from '../../keys/store-key.ts'
import { command, dirFlag, jsonFlag } from '../command.ts'
import { claimEmptyFolder, findObstacle } from '../empty-folder.ts'
import { readAuthority } from '../../sync-agent/read-authority.ts'
import { authorityWords } from '../messages/authority.ts'
import { keyFileWarning, obstacleWords } from '../messages/folder.ts'
import { syncTroubleWords } from '../messages/sync.ts'
import { withHost } from '../with-host.ts'

export const enrolCommand = command({
  name: 'enrol',
  about: '用一次性登记码把本机登记到中心服务器；没有本地库时先建立',
  spec: {
    words: [],
    flags: {
      '--dir': dirFlag,
      '--server': { value: '地址', required: true, about: '服务器地址，如 https://yichuang.example.cn' },
      '--ca': {
        value: '文件',
        required: false,
        about: '中心自建证书机构的根证书（PEM）；登记后记在本地库里',
      },
      '--code': { value: '登记码', required: true, about: '管理员发放的一次性登记码' },
      '--json': jsonFlag,
    },
  },
  notes: [
    '网络中断时可用同一登记码重试：设备密钥留在本地库里。',
    '环境变量 YICHUANG_CA_FILE 与 --ca 相同，桌面程序也认。',
  ],
  work: async ({ values }, io) => {
    const dir = resolve(values.get('--dir') ?? '')
    const server = values.get('--server') ?? ''
    const code = values.get('--code') ?? ''
    const caFile = values.get('--ca')
    const authority = caFile === undefined ? null : readAuthority(caFile)
    if (authority?.ok === false) {
      io.say(authorityWords(authority.error, caFile ?? ''))
      return 2
    }
    const obstacle = await findObstacle(dir)
    if (obstacle !== null && obstacle !== 'has_store') {
      io.say(obstacleWords(obstacle, dir))
      return 2
    }
    const isNew = obstacle === null
    const takeBack = isNew ? await claimEmptyFolder(dir) : null
    const exit = await withHost(
      dir,
      io,
      async ({ agent, services: { store } }) => {
        const enrolled = await agent.enrol({ server, code })
        if (!enrolled.ok) {
          io.say(syncTroubleWords(enrolled.error.code))
          return isMistake.has(enrolled.error.code) ? 2 : 1
        }
        const device = store.read.meta.findDevice()
        const { state, lastError } = agent.status()
        if (lastError !== null) io.say(`已登记，但第一次同步没有完成：${syncTroubleWords(lastError.code)}`)
        const made = { dir, server: store.read.meta.find('server'), ...device, state }
        if (values.has('--json')) io.out(JSON.stringify(made, null, 2))
        else io.out(`已登记：中心 ${device?.center ?? ''}，设备 ${device?.deviceNo ?? ''}`)
        return 0
      },
      { create: isNew, ...(authority === null ? {} : { authority: authority.value }) },
    )
    // A mistake leaves nothing; after a broken line the device key must stay, or the code could not be used again.
    if (takeBack !== null && exit === 2) await takeBack()
    else if (isNew && (await isKeptInFile(dir))) io.say(keyFileWarning(dir))
    return exit
  },
})

/** Mistakes of the person; the rest is the network's or the server's. */
const isMistake: ReadonlySet<string> = new Set([
  'already_enrolled',
  'store_has_operations',
  'server_url_invalid',
  'server_url_not_tls',
  'code_unknown',
  'code_used',
  'code_expired',
])
