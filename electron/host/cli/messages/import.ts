import type { BaseField, CatalogueField } from '../../../../domain/catalogue/catalogue-field.ts'
import { findDetailColumn } from '../../../../domain/catalogue/detail-columns.ts'
import type { RowProblem } from '../../../../domain/catalogue/row-problem.ts'
import type { ImportRefusal, ImportReport } from '../../import/import-catalogue.ts'
import type { ItemWarning } from '../../../../domain/service/check-item.ts'
import type { BadRow } from '../../import/catalogue-rows.ts'

/** Row by row, in the words of the columns. */
export const rowProblemWords = ({ code, field, params }: RowProblem): string => {
  const name = field === null ? '' : fieldTitle(field)
  const value = String(params['value'] ?? '')
  switch (code) {
    case 'not_a_row':
      return '不是一条记录'
    case 'missing':
      return `缺少${name}`
    case 'wrong_type':
      return `${name}的类型不对`
    case 'text_too_long':
      return `${name}太长：${num(params['length'])} 字，最多 ${num(params['max'])} 字`
    case 'list_too_long':
      return `${name}太多：${num(params['length'])} 条，最多 ${num(params['max'])} 条`
    case 'control_characters':
      return `${name}含有不可见的控制字符或残缺字符`
    case 'item_too_large':
      return `整条内容太大：${num(params['length'])} 字节，最多 ${num(params['max'])} 字节`
    case 'kind_unknown':
      return `事项类型不在国家标准（GB/T 39046 表 A.1）中：“${value}”`
    case 'handling_unknown':
      return `办件类型应为即办件、承诺件或其他：“${value}”`
    case 'days_invalid':
      return `${name}应为 0 至 3650 的整数：“${value}”`
    case 'day_unit_unknown':
      return `时限单位应为工作日或自然日：“${value}”`
    case 'day_units_differ':
      return '法定时限与承诺时限的单位不一致'
    case 'promised_over_statutory':
      return `承诺时限 ${num(params['promised'])} 日超过法定时限 ${num(params['statutory'])} 日`
    case 'fee_unclear':
      return `看不出是否收费：“${value}”`
    case 'material_form_unknown':
      return `第 ${num(params['n'])} 项材料的形式不认识：“${value}”`
    case 'material_copies_invalid':
      return `第 ${num(params['n'])} 项材料的份数应为 0 至 999 的整数：“${value}”`
    case 'material_unclear':
      return value === 'name' ? '有一项材料缺少名称' : `第 ${num(params['n'])} 项材料写得不清楚：“${value}”`
    case 'detail_unclear':
      return `${name}填写不清楚：“${value}”`
    case 'duplicate_code':
      return `实施编码与第 ${num(params['row'])} 行相同：${value}`
    case 'duplicate_id':
      return params['row'] === 0
        ? `与本文件中另一行是同一事项：${value}`
        : `事项标识与第 ${num(params['row'])} 行相同：${value}`
    case 'duplicate_name':
      return `名称和实施主体都与第 ${num(params['row'])} 行相同：${value}`
    case 'code_of_other_item':
      return `事项标识与实施编码属于库中两个不同的事项：${value}`
    case 'number_cut':
      return `${name}按数字存放，末几位已丢失（${value}）：请把该列改为文本后重新导出`
    case 'formula_without_value':
      return `${name === '' ? '有一格' : name}是没有结果或出错的公式：${value}`
    case 'too_many_cells':
      return `有 ${num(params['cells'])} 格，表头只有 ${num(params['columns'])} 列：内容里可能有未加引号的逗号`
  }
}

export const badRowWords = (row: BadRow): string => row.problems.map(rowProblemWords).join('；')

const num = (value: string | number | undefined): string => String(value ?? '')

/** A column of the details goes by its own header. */
const fieldTitle = (field: CatalogueField): string =>
  isBase(field) ? fieldWords[field] : (findDetailColumn(field)?.headers[0] ?? field)

const isBase = (field: CatalogueField): field is BaseField => Object.hasOwn(fieldWords, field)

const fieldWords: Readonly<Record<BaseField, string>> = {
  id: '事项标识',
  code: '实施编码',
  name: '事项名称',
  kind: '事项类型',
  organ: '实施主体',
  group: '主项名称',
  legalBasis: '设定依据',
  audience: '服务对象',
  conditions: '受理条件',
  materials: '申请材料',
  statutoryDays: '法定办结时限',
  promisedDays: '承诺办结时限',
  dayUnit: '时限单位',
  handling: '办件类型',
  fee: '收费',
  feeCharged: '是否收费',
  feeBasis: '收费依据',
  feeStandard: '收费标准',
  resultName: '结果名称',
  processSteps: '办理流程',
  note: '备注',
  steps: '审批环节',
  joint: '是否联合办理',
  phrases: '常用意见',
}

/** Why nothing of a file was taken in. */
export const importRefusalWords = ({ code, params }: ImportRefusal): string => {
  switch (code) {
    case 'file_not_found':
      return '找不到这个文件'
    case 'file_not_readable':
      return '这个文件读不了：请检查权限'
    case 'not_a_file':
      return '这是一个目录，不是文件'
    case 'file_too_large':
      return `文件太大：最大 ${String(Math.floor(Number(params['max']) / 1_048_576))} MB`
    case 'file_empty':
      return '文件里没有任何一行数据'
    case 'format_unknown':
      return `不认识的格式“${String(params['ending'])}”：请用 .json、.csv 或 .xlsx（旧版 .xls 请另存为 .xlsx）`
    case 'encoding_unknown':
      return '看不出文字编码：请另存为 UTF-8 或 GB18030（GBK）'
    case 'not_json':
      return `不是有效的 JSON${params['line'] === undefined ? '' : `：第 ${String(params['line'])} 行有误`}`
    case 'json_not_a_list':
      return 'JSON 的最外层应是一个数组'
    case 'csv_broken':
      return `CSV 的引号不配对或格式有误${params['line'] === undefined ? '' : `：第 ${String(params['line'])} 行附近`}`
    case 'xlsx_broken':
      return '不是有效的 xlsx 工作簿，或文件已损坏'
    case 'xlsx_locked':
      return '这是旧版 .xls，或设了打开密码：请去掉密码并另存为 .xlsx'
    case 'no_header':
      return '前 10 行里找不到表头：至少应有“事项名称”和“实施主体”'
    case 'duplicate_column':
      return `两列含义相同，不知取哪一列：${String(params['columns'])}`
    case 'too_many_rows':
      return `行数太多：最多 ${String(params['max'])} 行`
    case 'catalogue_from_server':
      return '本机已登记到中心服务器，事项目录由服务器下发：请在服务器上导入'
  }
}

/** What the guides taken in lack or contradict; nothing was refused for it. */
export const warningWords = ({ code, items }: ImportReport['warnings'][number]): string =>
  `${warningTexts[code]}：${String(items)} 项`

const warningTexts: Readonly<Record<ItemWarning['code'], string>> = {
  steps_over_promise: '各环节时限之和超过承诺时限',
  promise_over_statutory: '承诺时限超过法定时限',
  instant_with_days: '即办件却写了承诺天数',
  basis_missing: '没有设定依据',
  materials_missing: '没有申请材料目录',
  charge_without_basis: '收费没有依据',
  charge_without_standard: '收费没有标准',
  licence_calendar_days: '行政许可的时限写成自然日，一律按工作日计算，请核对天数',
  joint_without_organs: '联合办理没有写明联办机构',
}

export const importSummaryWords = ({ read, imported, added, changed, unchanged, rejected }: ImportReport): string =>
  `读入 ${String(read)} 行，接受 ${String(imported)} 行（新增 ${String(added)}，更新 ${String(changed)}，未变 ${String(unchanged)}），拒绝 ${String(rejected.length)} 行`
