import type { DisclosureField, HistoryProblem } from '../../../../domain/history/history-problem.ts'
import type { BadRegisterRow, RegisterRefusal, RegisterReport, RegisterWords } from '../../import/import-disclosure.ts'
import { codeSentence } from './act-refusals.ts'
import { importRefusalWords } from './import.ts'

/** Stand in the case where a row names nobody. */
export const registerWords: RegisterWords = {
  nobody: {
    natural: '自然人',
    business: '商业企业',
    research: '科研机构',
    charity: '社会公益组织',
    legal_service: '法律服务机构',
    other: '其他组织',
  },
  idException: '由历史台账导入，台账没有登记证件',
}

/** Row by row, in the words of the columns. */
export const historyProblemWords = ({ code, field, params }: HistoryProblem): string => {
  const name = field === null ? '' : fieldWords[field]
  const value = String(params['value'] ?? '')
  switch (code) {
    case 'not_a_row':
      return '不是一条记录'
    case 'missing':
      return `缺少${name}`
    case 'wrong_type':
      return `${name}的类型不对`
    case 'text_too_long':
      return `${name}太长：${text(params['length'])} 字，最多 ${text(params['max'])} 字`
    case 'control_characters':
      return `${name}含有不可见的控制字符或残缺字符`
    case 'date_invalid':
      return `${name}没有这一天，应写成 2024-03-04 的样子：“${value}”`
    case 'date_in_future':
      return `${name}晚于今天：${value}`
    case 'date_too_old':
      return `${name}早于条例施行之日（2008-05-01）：${value}`
    case 'reply_before_receipt':
      return `答复日期 ${text(params['replied'])} 早于收到日期 ${text(params['received'])}`
    case 'reply_without_outcome':
      return '有答复日期，没有办理结果'
    case 'outcome_without_reply':
      return '有办理结果，没有答复日期'
    case 'outcome_unknown':
      return `办理结果不是年度报告表三的一行：“${value}”`
    case 'applicant_kind_unknown':
      return `申请人类别应为自然人、商业企业、科研机构、社会公益组织、法律服务机构或其他：“${value}”`
    case 'channel_unknown':
      return `看不出申请渠道：“${value}”`
    case 'yes_no_unclear':
      return `${name}应为是或否：“${value}”`
    case 'detail_unknown':
      return `${name}应为 already_public、not_this_organ 或 not_exist：“${value}”`
    case 'result_unknown':
      return `${name}应为 maintain（维持）、correct（纠正）、other（其他）或 pending（尚未审结）：“${value}”`
    case 'route_unknown':
      return `${name}应为 direct（直接起诉）或 after_review（复议后起诉）：“${value}”`
    case 'year_invalid':
      return `${name}应为收到申请之年到今年之间的年份：“${value}”`
    case 'remedy_incomplete':
      return `复议或诉讼没有写全，缺少${name}`
    case 'formula_without_value':
      return `${name === '' ? '有一格' : name}是没有结果或出错的公式：${value}`
    case 'too_many_cells':
      return `有 ${text(params['cells'])} 格，表头只有 ${text(params['columns'])} 列：内容里可能有未加引号的逗号`
    case 'refused':
      return `不能收下：${codeSentence(text(params['code']))}`
  }
}

export const badRegisterRowWords = (row: BadRegisterRow): string => row.problems.map(historyProblemWords).join('；')

export const registerRefusalWords = (refusal: RegisterRefusal): string => {
  switch (refusal.code) {
    case 'no_center':
      return '本机还没有所属的中心：请先 init 或 enrol'
    case 'no_header':
      return '找不到表头或字段：至少应有 received_on（收到日期）和 applicant_kind（申请人类别）'
    default:
      return importRefusalWords(refusal)
  }
}

export const registerSummaryWords = ({
  read,
  imported,
  added,
  unchanged,
  rejected,
  cancelled,
}: RegisterReport): string =>
  `读入 ${String(read)} 行，接受 ${String(imported)} 行（新增 ${String(added)}，未变 ${String(unchanged)}），拒绝 ${String(rejected.length)} 行${cancelled ? '；已中途停止' : ''}`

const text = (value: string | number | undefined): string => String(value ?? '')

const fieldWords: Readonly<Record<DisclosureField, string>> = {
  received_on: '收到日期',
  replied_on: '答复日期',
  channel: '申请渠道',
  applicant_kind: '申请人类别',
  applicant: '申请人',
  outcome: '办理结果',
  detail: '结果说明',
  subject: '申请内容',
  organ: '行政机关',
  extended: '是否延期',
  'reconsideration.result': '行政复议结果',
  'reconsideration.year': '行政复议年度',
  'litigation.route': '行政诉讼途径',
  'litigation.result': '行政诉讼结果',
  'litigation.year': '行政诉讼年度',
}
