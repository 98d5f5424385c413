import type { PublicationDuty } from '../../../../domain/record/publication/duties.ts'
import type { ColumnStanding } from '../../../../domain/record/publication/freshness.ts'
import type { NumberProblem } from '../../../../domain/record/publication/give-number.ts'
import type { CodePart } from '../../../../domain/record/publication/index-part.ts'
import type { IndexTemplateProblem } from '../../../../domain/record/publication/index-template.ts'
import type { FlagSpec } from '../parse-arguments.ts'

export const onFlag: FlagSpec = { value: '日期', required: false, about: '按哪一天查看，默认今天' }

export const dutyWords: Readonly<Record<PublicationDuty['kind'], string>> = {
  review: '保密审查',
  answer: '等候确定意见',
  release: '公开',
  reevaluate: '重新评估不予公开',
  interpret: '发布解读',
  deposit: '移送档案馆、图书馆',
  withdraw: '撤下已变更的处罚决定',
  stop: '公示期满，停止公示',
}

export const columnWords = ({ rule, title, lastOn, owedBy, stale }: ColumnStanding): string => {
  const every = 'months' in rule.every ? `${String(rule.every.months)} 个月` : `${String(rule.every.workdays)} 个工作日`
  const state = lastOn === null ? '没有条目' : `最近 ${lastOn}，应于 ${owedBy ?? ''} 前更新${stale ? '　已逾期' : ''}`
  return `${rule.category}　${title}　每 ${every}　${state}（${rule.source}）`
}

export const numberProblemWords = (problem: NumberProblem): string => {
  if (problem.code === 'code_missing')
    return `编不出索引号：缺少${partWords[problem.part]}（${problem.part}），或者写法不对；请用 --codes 或文件里的 "codes" 写明`
  return `编制规则不对：${problem.problems.map(templateProblemWords).join('；')}`
}

const partWords: Readonly<Record<CodePart, string>> = {
  organ: '机构代码',
  uscc: '统一社会信用代码',
  area: '行政区划代码',
  dept: '部门代码',
  category: '类别代码',
  group: '分组代码',
  device: '设备号',
}

const templateProblemWords = ({ code, at }: IndexTemplateProblem): string => {
  switch (code) {
    case 'brace_unpaired':
      return `大括号不成对：“${at}”`
    case 'part_unknown':
      return `不认识的组成部分：“${at}”`
    case 'part_twice':
      return `“${at}”写了两次`
    case 'serial_missing':
      return '没有流水号 {serial:5}'
    case 'width_invalid':
      return `位数不对：“${at}”`
    case 'literal_invalid':
      return `有不能用的字符：“${at}”`
    case 'parts_run_together':
      return `“${at}”连在一起分不开`
  }
}
