import { type Command, command, dirFlag, jsonFlag } from '../command.ts'
import { commandGroup } from '../command-group.ts'
import { exportedWords, importedWords, parcelProblemLine } from '../messages/parcel.ts'
import { withHost } from '../with-host.ts'

const exportPart: Command = command({
  name: 'bundle export',
  about: '把本机待传的操作写成一个离线包（加封、签名），用 U 盘带到中心服务器',
  spec: {
    words: [],
    flags: {
      '--dir': dirFlag,
      '--out': { value: '文件', required: true, about: '离线包的文件名，例如 /media/usb/W03.yichuang' },
      '--json': jsonFlag,
    },
  },
  notes: ['导出不算送达：收到中心的回执包并导入之前，每次导出都包含这些操作，丢了 U 盘再导出一次即可。'],
  work: ({ values }, io) =>
    withHost(values.get('--dir') ?? '', io, async ({ services: { parcels } }) => {
      const out = values.get('--out') ?? ''
      const made = await parcels.exportTo(out)
      if (!made.ok) {
        io.say(parcelProblemLine(out, made.error))
        return 2
      }
      io.out(values.has('--json') ? JSON.stringify(made.value, null, 2) : exportedWords(out, made.value))
      return 0
    }),
})

const importPart: Command = command({
  name: 'bundle import',
  about: '导入中心服务器的回执包：别处的新内容，和本机操作的处理结果',
  spec: { words: ['文件'], flags: { '--dir': dirFlag, '--json': jsonFlag } },
  notes: ['重复导入无妨。包有损坏、不完整、不属于本机时一律不导入，本机没有任何改动。'],
  work: ({ words, values }, io) =>
    withHost(values.get('--dir') ?? '', io, async ({ services: { parcels, store } }) => {
      const file = words[0] ?? ''
      const taken = await parcels.importFrom(file)
      if (!taken.ok) {
        io.say(parcelProblemLine(file, taken.error))
        return 2
      }
      const waiting = store.read.sync.countWaiting()
      io.out(
        values.has('--json')
          ? JSON.stringify({ ...taken.value, waiting }, null, 2)
          : importedWords(taken.value, waiting),
      )
      return 0
    }),
})

export const bundleCommand = commandGroup({
  name: 'bundle',
  about: '没有网络时用 U 盘传送：export 导出本机的操作，import 导入中心的回执包',
  parts: { export: exportPart, import: importPart },
})
