import { command, dirFlag, jsonFlag } from '../command.ts'
import { storeProblemWords } from '../messages/verify.ts'
import { withHost } from '../with-host.ts'

export const verifyCommand = command({
  name: 'verify',
  about: '检查本地库：文件、操作链、状态与记录是否一致、查找索引、日志副本',
  spec: { words: [], flags: { '--dir': dirFlag, '--json': jsonFlag } },
  notes: ['发现问题时退出码为 1；只检查，不修改。'],
  work: ({ values }, io) =>
    withHost(
      values.get('--dir') ?? '',
      io,
      ({ services: { store } }) => {
        const report = store.verify()
        if (values.has('--json')) io.out(JSON.stringify(report, null, 2))
        else {
          io.out(
            `${report.ok ? '完好' : '发现问题'}：操作 ${String(report.operations)} 条，办件 ${String(report.cases)} 件`,
          )
          for (const problem of report.problems) io.out(`  ${storeProblemWords(problem)}`)
        }
        return report.ok ? 0 : 1
      },
      // As it is: what an opening would mend is what is asked for.
      { repair: false },
    ),
})
