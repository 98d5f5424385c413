import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { CenterCodeSchema, DeviceNoSchema } from '../../../../contract/primitives.ts'
import type { Host } from '../../compose.ts'
import { isKeptInFile } from '../../keys/store-key.ts'
import { command, dirFlag, jsonFlag } from '../command.ts'
import { claimEmptyFolder, findObstacle } from '../empty-folder.ts'
import { keyFileWarning, obstacleWords } from '../messages/folder.ts'
import { withHost } from '../with-host.ts'

/** A region that does not exist, so that numbers of a trial store are never taken for real ones. */
const trialCenter = '990123'
const trialDevice = 'W01'

export const initCommand = command({
  name: 'init',
  about: '在空目录里建立独立的本地库（不登记到服务器）',
  spec: {
    words: [],
    flags: {
      '--dir': dirFlag,
      '--center': {
        value: '区划代码',
        required: false,
        about: `六位行政区划代码，默认 ${trialCenter}（不存在的区划，供试用）`,
      },
      '--device': { value: '设备号', required: false, about: `中心内唯一，如 W03，默认 ${trialDevice}` },
      '--json': jsonFlag,
    },
  },
  notes: ['设置环境变量 YICHUANG_PASSPHRASE 后，密钥由口令保护；否则放在目录内的 store.key。'],
  work: async ({ values }, io) => {
    const dir = resolve(values.get('--dir') ?? '')
    const center = values.get('--center') ?? trialCenter
    const deviceNo = values.get('--device') ?? trialDevice
    const problems = [
      ...(CenterCodeSchema.safeParse(center).success ? [] : [`--center 应为六位数字：“${center}”`]),
      ...(DeviceNoSchema.safeParse(deviceNo).success ? [] : [`--device 应为一个大写字母加二至四位数字：“${deviceNo}”`]),
    ]
    const obstacle = await findObstacle(dir)
    if (obstacle !== null) problems.push(obstacleWords(obstacle, dir))
    for (const problem of problems) io.say(problem)
    if (problems.length > 0) return 2

    const takeBack = await claimEmptyFolder(dir)
    const code = await withHost(
      dir,
      io,
      (host) => {
        const made = setUp(host, center, deviceNo)
        if (values.has('--json')) io.out(JSON.stringify({ dir, ...made }, null, 2))
        else io.out(`已建立本地库：${dir}（中心 ${center}，设备 ${deviceNo}）`)
        return 0
      },
      { create: true },
    )
    if (code !== 0) await takeBack()
    else if (await isKeptInFile(dir)) io.say(keyFileWarning(dir))
    return code
  },
})

/** Identity and the least reference data a desk works with, in one transaction. */
const setUp = ({ services: { store }, stamps }: Host, center: string, deviceNo: string) => {
  const device = randomUUID()
  const stamp = () => ({
    op: stamps.newId(),
    actor: 'system',
    session: null,
    wall: stamps.now(),
    mono: stamps.monotonic(),
  })
  store.transact((writer) => {
    writer.meta.setDevice({ device, deviceNo, center })
    const unknown = { address: null, phone: null, supervisePhone: null, progressUrl: null }
    writer.reference.record(
      { kind: 'center.set', data: { code: center, name: `${center} 政务服务中心`, ...unknown } },
      stamp(),
    )
    const window = { deviceNo, name: `${deviceNo} 窗口`, phone: null, organs: [] }
    writer.reference.record({ kind: 'window.set', data: window }, stamp())
  })
  return { center, deviceNo, device, incarnation: store.incarnation }
}
