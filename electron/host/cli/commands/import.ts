import { importCatalogue } from '../../import/import-catalogue.ts'
import { command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { registerKindWords } from '../messages/import-register.ts'
import { badRowWords, importRefusalWords, importSummaryWords, warningWords } from '../messages/import.ts'
import { importExit } from '../import-exit.ts'
import { withHost } from '../with-host.ts'
import { takeDisclosure } from './import-disclosure.ts'
import { registerKinds, registerOfKind, takeRegister } from './import-register.ts'

/** What a file can be taken in as. */
const kinds: readonly string[] = ['catalogue', 'disclosure', ...registerKinds]

export const importCommand = command({
  name: 'import',
  about: '导入政务服务事项清单、依申请公开历史台账或公开清单（json、csv、xlsx），逐行校验',
  spec: {
    words: ['文件'],
    flags: {
      '--as': {
        value: 'catalogue|disclosure|register:名称',
        required: true,
        about: `catalogue：政务服务事项目录；disclosure：依申请公开历史台账；${registerKindWords}`,
      },
      '--dir': dirFlag,
      '--json': jsonFlag,
    },
  },
  notes: [
    '好的行收下，有问题的行逐一说明；同一文件再导入一次不产生变化。',
    '退出码：0 各行都已收下；1 有的行被拒绝，其余已收下；2 一行也没有收下。',
    'csv 可以是 UTF-8 或 GB18030（GBK）；表头用国家标准的名称，如：事项名称、实施编码、实施主体、事项类型。',
    '台账的列：received_on、replied_on、channel、applicant_kind、outcome、subject、extended、reconsideration.result、reconsideration.year、litigation.route、litigation.result、litigation.year。',
    '清单另可有“变动类型”（新增、修改、整合、下放、取消）和“生效日期”两列；只有“取消”使条目退出清单；自然人的姓名和证件号码自动隐去一部分。',
  ],
  work: ({ words, values }, io) => {
    const kind = values.get('--as') ?? ''
    if (!kinds.includes(kind)) return refuseUsage(importCommand, [`--as 只能是 ${kinds.join('、')}：“${kind}”`], io)
    const file = words[0] ?? ''
    return withHost(values.get('--dir') ?? '', io, async (host) => {
      if (kind === 'disclosure') return takeDisclosure(host, file, values.has('--json'), io)
      const register = registerOfKind(kind)
      if (register !== null) return takeRegister(host, register, file, values.has('--json'), io)
      const { stamps, services } = host
      const { store } = services
      const imported = await importCatalogue(stamps, file)
      if (!imported.ok) {
        io.say(`${file}：${importRefusalWords(imported.error)}，没有导入任何内容`)
        return 2
      }
      const report = imported.value
      const rejected = report.rejected.map((row) => ({
        row: row.row,
        code: row.problems[0]?.code ?? '',
        message: badRowWords(row),
        problems: row.problems,
      }))
      const { read, added, changed, unchanged, unused, warnings } = report
      if (values.has('--json'))
        io.out(
          JSON.stringify(
            { read, imported: report.imported, added, changed, unchanged, rejected, unused, warnings },
            null,
            2,
          ),
        )
      else {
        io.out(importSummaryWords(report))
        for (const { row, message } of rejected) io.out(`  第 ${String(row)} 行：${message}`)
        for (const warning of warnings) io.out(`  提示：${warningWords(warning)}`)
      }
      if (unused.length > 0) io.say(`没有用到的列：${unused.join('、')}`)
      if (added + changed > 0) store.idle()
      return importExit(report.imported, rejected.length)
    })
  },
})
