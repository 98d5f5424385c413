import type { DueDays, MovedCase } from '../../../../db/calendar/moved-case.ts'
import { fromDayNumber } from '../../../../domain/plain-date.ts'
import type { NoticeProblem } from '../../calendar/read-notice.ts'

export const noticeProblemWords = (problem: NoticeProblem): string => {
  switch (problem.code) {
    case 'not_json':
      return '不是 JSON 文件'
    case 'not_a_notice':
      return `不是放假安排：${problem.path === '' ? '内容' : problem.path} 不对`
    case 'not_published_yet':
      return `${String(problem.year)} 年的放假安排还没有公布，文件里没有日期`
  }
}

/** One case whose date moves: which limit, from when to when. */
export const movedCaseWords = ({ caseNo, before, after }: MovedCase): string =>
  `${caseNo}　${[...changeWords('法定', before, after, 'statutory'), ...changeWords('承诺', before, after, 'promised')].join('，')}`

const changeWords = (
  name: string,
  before: DueDays,
  after: DueDays,
  limit: 'statutory' | 'promised',
): readonly string[] => {
  const from = before[limit]
  const to = after[limit]
  if (from === null || to === null) return []
  if (from !== to)
    return [`${name}期限 ${fromDayNumber(from)}${provisional(before)} → ${fromDayNumber(to)}${provisional(after)}`]
  return before.provisional === after.provisional ? [] : [`${name}期限 ${fromDayNumber(to)} 由暂定转为确定`]
}

const provisional = ({ provisional: is }: DueDays): string => (is ? '（暂定）' : '')
