import { registerWords } from '../../../../contract/words/register-words.ts'
import type { RegisterProblem } from '../../../../domain/register/register-problem.ts'
import type { RegisterImportRefusal, RegisterImportReport } from '../../import/import-register.ts'
import type { BadRegisterRow } from '../../import/register-rows.ts'
import { codeSentence } from './act-refusals.ts'
import { importRefusalWords } from './import.ts'

/** `register:power_list 权责清单` and so on, for the help. */
export const registerKindWords = Object.entries(registerWords)
  .map(([name, words]) => `register:${name}（${words}）`)
  .join('、')

/** One fault of a row, in the words of its column. */
export const registerProblemWords = ({ code, header, params }: RegisterProblem): string => {
  const name = header ?? '这一行'
  const value = text(params['value'])
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
    case 'int_invalid':
      return `${name}应为 0 至 ${text(params['max'])} 的整数：“${value}”`
    case 'amount_invalid':
      return `${name}不是金额，应写成 380.50 或 1.2万元 的样子，最小到分：“${value}”`
    case 'date_invalid':
      return `${name}没有这一天，应写成 2026-03-04 的样子：“${value}”`
    case 'choice_unknown':
      return `${name}不是可选的值：“${value}”`
    case 'change_unknown':
      return `变动类型应为新增、修改、整合、下放或取消：“${value}”`
    case 'number_cut':
      return `${name}按数字存放，末几位已丢失（${value}）：请把该列改为文本后重新导出`
    case 'formula_without_value':
      return `${header ?? '有一格'}是没有结果或出错的公式：${value}`
    case 'too_many_cells':
      return `有 ${text(params['cells'])} 格，表头只有 ${text(params['columns'])} 列：内容里可能有未加引号的逗号`
    case 'duplicate_code':
      return `与第 ${text(params['row'])} 行是同一条目：${value}`
    case 'date_order':
      return `${name}早于决定日期`
    case 'not_published':
      return '仅受到警告的行政处罚不予公示'
    case 'not_in_register':
      return `要取消的条目不在清单里：${value}`
    case 'effective_before_previous':
      return `生效日期 ${text(params['from'])} 早于上一版本的 ${text(params['previous'])}`
    case 'refused':
      return `不能收下：${codeSentence(text(params['code']))}`
  }
}

export const badRegisterRowWords = (row: BadRegisterRow): string => row.problems.map(registerProblemWords).join('；')

export const registerImportRefusalWords = (refusal: RegisterImportRefusal): string => {
  switch (refusal.code) {
    case 'no_center':
      return '本机还没有所属的中心：请先 init 或 enrol'
    case 'no_header':
      return '前 10 行里找不到表头：至少应有两列是这一清单的列名'
    default:
      return importRefusalWords(refusal)
  }
}

export const registerImportSummaryWords = (report: RegisterImportReport): string => {
  const { register, read, imported, added, changed, withdrawn, unchanged, rejected, absent, cancelled } = report
  const counts = `新增 ${String(added)}，变更 ${String(changed)}，取消 ${String(withdrawn)}，未变 ${String(unchanged)}`
  const left = absent === 0 ? '' : `；清单里另有 ${String(absent)} 条不在文件中，保持不变`
  return `${registerWords[register]}：读入 ${String(read)} 行，接受 ${String(imported)} 行（${counts}），拒绝 ${String(rejected.length)} 行${left}${cancelled ? '；已中途停止' : ''}`
}

const text = (value: string | number | undefined): string => String(value ?? '')
