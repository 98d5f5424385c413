import type { FieldProblem } from '../../case/refusal.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { HandoverAct } from './handover-act.ts'
import type { HandoverLine, HandoverRecord, PapersCounted } from './handover-record.ts'

const maxDays = 250

/** Fields of an act on a hand-over list that cannot be as they are. */
export const validateHandover = (
  state: HandoverRecord | null,
  act: HandoverAct,
  today: PlainDate,
): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'handover.make':
      return [
        ...required('place', act.place),
        ...(act.receivedOn > today ? [problem('receivedOn', 'date_in_future')] : []),
        ...dayProblems('limits.forward', act.limits.forward),
        ...dayProblems('limits.keep', act.limits.keep),
        ...lineProblems(act.lines),
      ]
    case 'handover.pass':
      return [
        ...required('giver', act.giver),
        ...required('taker', act.taker),
        ...timeProblems(act.at),
        ...(act.giver.trim() !== '' && act.giver.trim() === act.taker.trim()
          ? [problem('taker', 'not_applicable')]
          : []),
        ...(state === null ? [] : countProblems(state, act.counted, act.remark)),
      ]
    case 'handover.sign_for':
      return [...required('name', act.name), ...timeProblems(act.at)]
    case 'handover.report_delay':
    case 'handover.close_uncollected':
    case 'handover.cancel':
      return required('reason', act.reason)
  }
}

const problem = (field: string, code: FieldProblem['code']): FieldProblem => ({ field, code })

const required = (field: string, text: string): readonly FieldProblem[] =>
  text.trim() === '' ? [problem(field, 'required')] : []

const dayProblems = (field: string, days: number): readonly FieldProblem[] =>
  Number.isInteger(days) && days >= 1 && days <= maxDays ? [] : [problem(field, 'number_invalid')]

const timeProblems = (at: string): readonly FieldProblem[] =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(at) ? [] : [problem('at', 'time_invalid')]

const lineProblems = (lines: readonly HandoverLine[]): readonly FieldProblem[] =>
  lines.length === 0
    ? [problem('lines', 'required')]
    : lines.flatMap(({ n, name, what, papers }, at) => [
        ...(n === at + 1 ? [] : [problem(`lines.${at}.n`, 'number_invalid')]),
        ...required(`lines.${at}.name`, name),
        ...required(`lines.${at}.what`, what),
        ...(Number.isInteger(papers) && papers >= 1 ? [] : [problem(`lines.${at}.papers`, 'count_invalid')]),
      ])

/** By the last count, or as written down; nothing of what was signed for. */
export const expectedPapers = ({ steps, lines, collections }: HandoverRecord): readonly number[] => {
  const last = steps[steps.length - 1]?.counted
  return lines.map(({ n, papers }, at) =>
    collections.some(({ line }) => line === n) ? 0 : (last?.[at]?.papers ?? papers),
  )
}

/** Every line is counted, and what is not as it was written down is explained before anybody signs. */
const countProblems = (
  state: HandoverRecord,
  counted: readonly PapersCounted[],
  remark: string | null,
): readonly FieldProblem[] => {
  const numbers = counted.map(({ line }) => line).join()
  if (numbers !== state.lines.map(({ n }) => n).join()) return [problem('counted', 'count_invalid')]
  if (!counted.every(({ papers }) => Number.isInteger(papers) && papers >= 0))
    return [problem('counted', 'count_invalid')]
  const expected = expectedPapers(state)
  const differs = counted.some(({ papers }, at) => papers !== expected[at])
  return differs && (remark ?? '').trim() === '' ? [problem('remark', 'required')] : []
}
