import { importDisclosure } from '../../import/import-disclosure.ts'
import type { Host } from '../../compose.ts'
import { importExit } from '../import-exit.ts'
import type { CliIo, ExitCode } from '../io.ts'
import {
  badRegisterRowWords,
  registerRefusalWords,
  registerSummaryWords,
  registerWords,
} from '../messages/import-disclosure.ts'

/** `import FILE --as disclosure` (its exit code: importExit). */
export const takeDisclosure = async (
  { stamps, services: { store } }: Host,
  file: string,
  json: boolean,
  io: CliIo,
): Promise<ExitCode> => {
  const imported = await importDisclosure(stamps, file, {
    words: registerWords,
    // A short list is done before anybody wonders.
    onProgress: (done, of) => (done < of ? io.say(`已处理 ${String(done)} / ${String(of)} 行`) : undefined),
  })
  if (!imported.ok) {
    io.say(`${file}：${registerRefusalWords(imported.error)}，没有导入任何内容`)
    return 2
  }
  const report = imported.value
  const { read, added, unchanged, unused } = report
  const rejected = report.rejected.map((row) => ({
    row: row.row,
    code: row.problems[0]?.code ?? '',
    message: badRegisterRowWords(row),
    problems: row.problems,
  }))
  if (json) io.out(JSON.stringify({ read, imported: report.imported, added, unchanged, rejected, unused }, null, 2))
  else {
    io.out(registerSummaryWords(report))
    for (const { row, message } of rejected) io.out(`  第 ${String(row)} 行：${message}`)
  }
  if (unused.length > 0) io.say(`没有用到的列：${unused.join('、')}`)
  if (added > 0) store.idle()
  return importExit(report.imported, rejected.length)
}
