import { type RegisterName, isRegisterName, registerNames } from '../../../../domain/register/registers.ts'
import type { Host } from '../../compose.ts'
import { importRegister } from '../../import/import-register.ts'
import { importExit } from '../import-exit.ts'
import type { CliIo, ExitCode } from '../io.ts'
import {
  badRegisterRowWords,
  registerImportRefusalWords,
  registerImportSummaryWords,
} from '../messages/import-register.ts'

/** `register:power_list` and so on, as `--as` takes them. */
export const registerKinds: readonly string[] = registerNames.map((name) => `register:${name}`)

/** The register that a value of `--as` names, or null. */
export const registerOfKind = (kind: string): RegisterName | null => {
  const name = kind.startsWith('register:') ? kind.slice('register:'.length) : ''
  return isRegisterName(name) ? name : null
}

/** `import FILE --as register:NAME` (its exit code: importExit). */
export const takeRegister = async (
  { stamps, services: { store } }: Host,
  register: RegisterName,
  file: string,
  json: boolean,
  io: CliIo,
): Promise<ExitCode> => {
  const imported = await importRegister(stamps, register, file, {
    // A short list is done before anybody wonders.
    onProgress: (done, of) => (done < of ? io.say(`已处理 ${String(done)} / ${String(of)} 条`) : undefined),
  })
  if (!imported.ok) {
    io.say(`${file}：${registerImportRefusalWords(imported.error)}，没有导入任何内容`)
    return 2
  }
  const { rejected: bad, cancelled: _cancelled, ...counts } = imported.value
  const rejected = bad.map((row) => ({
    row: row.row,
    code: row.problems[0]?.code ?? '',
    message: badRegisterRowWords(row),
    problems: row.problems,
  }))
  if (json) io.out(JSON.stringify({ ...counts, rejected }, null, 2))
  else {
    io.out(registerImportSummaryWords(imported.value))
    for (const { row, message } of rejected) io.out(`  第 ${String(row)} 行：${message}`)
  }
  if (counts.unused.length > 0) io.say(`没有用到的列：${counts.unused.join('、')}`)
  if (counts.added + counts.changed + counts.withdrawn > 0) store.idle()
  return importExit(counts.imported, rejected.length)
}
