import type { CaseState } from '../../../../domain/case/case-state.ts'

/** Lines for what is disputed of the days of a case, each with the act that settles it (CLK-27). */
export const timeDisputeLines = ({ timeDisputes = [] }: CaseState): readonly string[] =>
  timeDisputes.map(({ op, day, earliest, latest, fixed }) => {
    if (fixed !== null) return `时间已核定：记录为 ${day}，核定为 ${fixed.day}（${fixed.reason}）`
    const fix = JSON.stringify({ kind: 'case.fix_time', op, day: latest, reason: '' })
    const possible = earliest === null ? `不晚于 ${latest}` : `${earliest} 至 ${latest}`
    return `时间存疑：记录为 ${day}，可能的日期 ${possible}；由主管核定，用 ${fix}`
  })
