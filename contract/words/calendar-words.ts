import type { DueDays, MovedCase } from '../../domain/case/moved-limits.ts'
import type { NoticeDefect } from '../../domain/calendar/check-notice.ts'
import { fromDayNumber } from '../../domain/plain-date.ts'
import type { NoticeProblem } from '../read-notice.ts'

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

/** What is wrong with an arrangement, with its year and holiday: one line for each. */
export const noticeDefectWords = (defect: NoticeDefect): string => {
  switch (defect.code) {
    case 'id_missing':
      return '没有编号'
    case 'source_missing':
      return '没有写明出处（文号或者网址）'
    case 'coverage_invalid':
      return `应为整年的安排：${defect.from} 至 ${defect.to}`
    case 'published_on_invalid':
      return `公布日期不是存在的日期：“${defect.text}”`
    case 'date_invalid':
      return `没有这一天：“${defect.text}”`
    case 'duplicate_date':
      return `${defect.date} 写了不止一次`
    case 'outside_coverage':
      return `${defect.date} 不在所安排的年份里`
    case 'name_missing':
      return `${defect.date} 没有写明是什么节日`
    case 'makeup_not_weekend':
      return `${defect.date} 不是周末，不能作调休上班日`
    case 'holiday_missing':
      return `${String(defect.year)} 年缺少${defect.name}`
    case 'days_off_implausible':
      return `${String(defect.year)} 年的放假日有 ${String(defect.days)} 天，应在 18 至 45 天之间`
    case 'balance_implausible':
      return `${String(defect.year)} 年的放假日扣除周末和调休后为 ${String(defect.balance)} 天，应在 8 至 17 天之间`
    case 'overlay_makes_worked':
      return `${defect.date} 写成了上班日：地方只能增加放假日`
    case 'overlay_outside_coverage':
      return `${defect.date} 还没有国务院的放假安排，不能先作地方安排`
    case 'overlay_empty':
      return '没有放假日'
  }
}

/** One case whose date moves: which limit, from when to when. */
export const movedCaseWords = (moved: MovedCase): string => `${moved.caseNo}　${movedLimitWords(moved)}`

/** What moves of it. */
export const movedLimitWords = ({ before, after }: Pick<MovedCase, 'before' | 'after'>): string =>
  [
    ...changeWords('法定', before, after, 'statutory'),
    ...changeWords('承诺', before, after, 'promised'),
    ...changeWords('送达', before, after, 'issue'),
  ].join('，')

const changeWords = (
  name: string,
  before: DueDays,
  after: DueDays,
  limit: 'statutory' | 'promised' | 'issue',
): readonly string[] => {
  const from = before[limit]
  const to = after[limit]
  if (from === null || to === null) return []
  if (from !== to)
    return [`${name}期限 ${fromDayNumber(from)}${provisional(before)} → ${fromDayNumber(to)}${provisional(after)}`]
  return before.provisional === after.provisional ? [] : [`${name}期限 ${fromDayNumber(to)} 由暂定转为确定`]
}

const provisional = ({ provisional: is }: DueDays): string => (is ? '（暂定）' : '')
