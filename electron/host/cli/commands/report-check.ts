import { type ReportCheck, checkReport, findPrevious } from '../../../../domain/report/check.ts'
import type { PublishedReport } from '../../../../domain/report/published-report.ts'
import type { Violation } from '../../../../domain/report/violation.ts'
import { type ReportFileProblem, readReportFile } from '../../reports/read-report-file.ts'
import { command, jsonFlag } from '../command.ts'
import type { CliIo } from '../io.ts'
import { importRefusalWords } from '../messages/import.ts'
import { reportTitle, shapeProblemWords, verdictWords, violationWords } from '../messages/report.ts'

interface CheckedReport {
  readonly report: PublishedReport
  readonly check: ReportCheck
}

export const reportCheckCommand = command({
  name: 'report',
  about: '核对年度报告的勾稽关系，逐处指出不符；只核对，不修改',
  spec: { words: ['文件'], flags: { '--json': jsonFlag } },
  notes: [
    '文件是 json：一份报告，或由报告组成的数组；同一机关相邻两年的报告还互相核对结转。',
    '退出码：0 没有不符；1 有不符；2 文件不能读或不是年度报告。',
  ],
  work: async ({ words, values }, io) => {
    const file = words[0] ?? ''
    const read = await readReportFile(file)
    if (!read.ok) {
      sayProblem(file, read.error, io)
      return 2
    }
    const { single, reports } = read.value
    const checked = reports.map((report) => ({ report, check: checkReport(report, findPrevious(report, reports)) }))
    if (values.has('--json')) io.out(JSON.stringify(single ? singleData(checked) : listData(checked), null, 2))
    else for (const [at, one] of checked.entries()) print(one, at + 1, single, io)
    return checked.some(({ check }) => check.addsUp === false) ? 1 : 0
  },
})

const sayProblem = (file: string, problem: ReportFileProblem, io: CliIo): void => {
  if (problem.kind === 'file') {
    io.say(`${file}：${importRefusalWords(problem.problem)}`)
    return
  }
  for (const { n, problems } of problem.bad)
    for (const one of problems) io.say(`${file}：第 ${String(n)} 份：${shapeProblemWords(one)}`)
}

const print = ({ report, check }: CheckedReport, n: number, single: boolean, io: CliIo): void => {
  io.out(single ? verdictWords(check) : `${reportTitle(report, n)}：${verdictWords(check)}`)
  for (const violation of check.violations)
    io.out(`  ${violation.severity === 'soft' ? '请核实：' : ''}${violationWords(violation)}`)
}

/** Soft ones are `questions`: a report with questions alone is in order. */
const dataOf = ({ check: { addsUp, violations, notCheckable } }: CheckedReport) => ({
  ok: addsUp !== false,
  adds_up: addsUp,
  violations: violations.filter(({ severity }) => severity === 'hard').map(violationData),
  questions: violations.filter(({ severity }) => severity === 'soft').map(violationData),
  not_checkable: notCheckable,
})

const violationData = (violation: Violation) => {
  const { code, place, expected, found } = violation
  return { code, place, expected, found, message: violationWords(violation) }
}

const singleData = (checked: readonly CheckedReport[]) => checked.map(dataOf)[0]

const listData = (checked: readonly CheckedReport[]) => {
  const reports = checked.map((one) => ({
    id: one.report.id,
    organ: one.report.organ,
    year: one.report.year,
    ...dataOf(one),
  }))
  return {
    ok: reports.every(({ ok }) => ok),
    violations: reports.flatMap(({ id, violations }, at) =>
      violations.map((violation) => ({ report: at + 1, id, ...violation })),
    ),
    reports,
  }
}
