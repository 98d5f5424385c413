import { assertNever } from '../../../../domain/assert-never.ts'
import type { DueAnswer } from '../../../../domain/clock/answer-due.ts'
import type { PauseReason, RestartReason } from '../../../../domain/clock/clock-facts.ts'
import type { ClockProblem } from '../../../../domain/clock/clock-problem.ts'
import type { LedgerEntry } from '../../../../domain/clock/ledger.ts'
import type { DueQueryProblem } from '../../../../domain/clock/parse-due-query.ts'
import { type PlainDate, type Weekday, weekdayOf } from '../../../../domain/plain-date.ts'
import { articleWords } from './articles.ts'

/** The answer of `due` for people: the date, then why. */
export const dueWords = ({ due, provisional, workdays, ledger, calendar }: DueAnswer): readonly string[] => {
  const date = due === null ? '未定（时限暂停中）' : `${dateWords(due)}${provisional ? '（暂定）' : ''}`
  const counted = workdays === null ? [] : [`其间工作日：${String(workdays)} 个`]
  return [`到期日：${date}`, ...counted, `日历：${calendar}`, ...ledger.map(entryWords)]
}

/** Why a due date may still move. */
export const provisionalWords = ({ provisionalFrom, calendar }: DueAnswer): string =>
  `到期日是暂定的：${provisionalFrom === null ? '' : `${provisionalFrom} 起`}国务院尚未公布放假安排（现有日历 ${calendar}），公布后须重新计算。`

const entryWords = (entry: LedgerEntry): string => {
  const span =
    entry.to === null ? `${entry.from} 起` : entry.from === entry.to ? entry.from : `${entry.from} 至 ${entry.to}`
  const days = entry.kind === 'due' || entry.to === null ? '' : ` ${String(entry.days)} 天`
  const total = entry.kind === 'counted' ? `，累计 ${String(entry.total)}` : ''
  const articles = entry.articles.length === 0 ? '' : `　${entry.articles.map(articleWords).join('、')}`
  const guess = entry.provisional && entry.kind !== 'due' ? '（暂定）' : ''
  return `  ${span}${days}　${reasonWords(entry)}${total}${guess}${articles}`
}

const reasonWords = ({ reason, extension, kind }: LedgerEntry): string => {
  switch (reason.code) {
    case 'received':
      return '收到之日，不计入'
    case 'accepted':
      return '受理之日，不计入'
    case 'fresh_start':
      return `${restartWords[reason.reason]}，重新起算，当日不计入`
    case 'superseded':
      return '因重新起算不再计入'
    case 'counted':
      return extension ? '计入（延长期）' : '计入'
    case 'makeup':
      return `计入，${reason.holiday}调休上班`
    case 'weekend':
      return '周末，不计入'
    case 'holiday':
      return `${reason.holiday}放假，不计入`
    case 'pause':
      return reason.pause === 'unspecified' ? '暂停计时' : `${pauseWords[reason.pause]}，暂停计时`
    case 'last_day_off':
      return '期满日逢休息日，顺延'
    case 'limit_reached':
      return `${kind === 'due' ? '期满' : ''}（共 ${String(reason.limit)} 日${reason.extension > 0 ? `，含延长 ${String(reason.extension)} 日` : ''}）`
    default:
      return assertNever(reason)
  }
}

const restartWords: Readonly<Record<RestartReason, string>> = {
  correction_received: '收到补正',
  fee_paid: '缴清信息处理费',
  unspecified: '重新起算日',
}

const pauseWords: Readonly<Record<PauseReason, string>> = {
  third_party: '征求第三方意见',
  other_organ: '征求其他机关意见',
  awaiting_correction: '等待补正',
  awaiting_fee: '等待缴费',
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  expert_review: '专家评审',
  applicant_cause: '因申请人原因挂起',
  unspecified: '暂停',
}

const weekdays: Readonly<Record<Weekday, string>> = { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日' }

const dateWords = (date: PlainDate): string => `${date}（周${weekdays[weekdayOf(date)]}）`

export const dueQueryProblemWords = ({ code, option, value }: DueQueryProblem): string => {
  const given = value === null ? '' : `：“${value}”`
  switch (code) {
    case 'unexpected_argument':
      return `多出一个参数：${option}`
    case 'unknown_option':
      return `没有这个选项：${option}`
    case 'repeated_option':
      return `选项 ${option} 写了不止一次`
    case 'missing_value':
      return `选项 ${option} 后面缺少取值`
    case 'missing_option':
      return `缺少选项 ${option}`
    case 'date_invalid':
      return `${option} 不是存在的日期（格式 2026-11-22）${given}`
    case 'days_invalid':
      return `${option} 应为 1 至 3650 的整数${given}`
    case 'unit_invalid':
      return `${option} 只能是 workday（工作日）或 day（自然日）${given}`
    case 'pause_invalid':
      return `${option} 应写成“起始日..截止日”，仍在暂停的写“起始日..”${given}`
  }
}

export const clockProblemWords = (problem: ClockProblem): string => {
  switch (problem.code) {
    case 'days_out_of_range':
      return `天数应为 0 至 ${String(problem.max)}：${String(problem.days)}`
    case 'date_out_of_range':
      return `日期 ${problem.date} 过晚，最晚为 ${problem.latest}`
    case 'pause_before_start':
      return `暂停从 ${problem.from} 开始，早于起算日 ${problem.start}`
    case 'resume_before_pause':
      return `暂停的截止日 ${problem.to} 早于起始日 ${problem.from}`
    case 'restart_before_start':
      return `重新起算日 ${problem.on} 早于起算日 ${problem.start}`
    case 'extension_not_allowed':
      return `此时限不能延长（${String(problem.days)} 日）`
    case 'extension_out_of_range':
      return `延长应为 1 至 ${String(problem.max)} 日：${String(problem.days)}`
    case 'stop_before_start':
      return `办结日 ${problem.on} 早于起算日 ${problem.start}`
  }
}
