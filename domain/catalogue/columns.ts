import type { BaseField, CatalogueField } from './catalogue-field.ts'
import { detailFields, findDetailColumn } from './detail-columns.ts'
import type { WrittenUnit } from './time-limit.ts'

export interface ColumnMeaning {
  readonly field: CatalogueField
  /** Unit that the header itself states: 承诺办结时限（工作日）. */
  readonly dayUnit: WrittenUnit | null
}

/**
 * Column headers as offices write them: names of GB/T 39046-2020 table 4 and of the deployed implementation lists, and the
 * English keys of JSON exports.
 */
const headers = {
  id: ['id', 'itemid', '事项标识', '事项ID', '事项主键'],
  code: ['code', '实施编码', '事项编码', '实施清单编码', '业务办理项编码', '权力编码'],
  name: ['name', '事项名称', '办理项名称', '业务办理项名称', '服务事项名称', '政务服务事项名称', '名称'],
  kind: ['kind', 'type', '事项类型', '事项类别', '权力类型', '职权类型'],
  organ: ['organ', '实施主体', '实施机关', '实施主体名称', '行使主体', '责任部门', '实施部门', '部门名称'],
  group: ['group', '主项名称', '大项名称', '事项分组', '所属大项'],
  legalBasis: ['legal_basis', 'legalBasis', '设定依据', '法律依据', '实施依据', '办理依据'],
  audience: ['object', 'audience', '服务对象', '办理对象', '服务对象类型'],
  conditions: ['conditions', '受理条件', '申请条件', '办理条件'],
  materials: ['materials', '材料', '申请材料', '材料名称', '办理材料', '所需材料', '申报材料', '材料清单'],
  statutoryDays: ['statutory_days', 'statutoryDays', '法定办结时限', '法定时限', '法定期限', '法定办理时限'],
  promisedDays: ['promised_days', 'promisedDays', '承诺办结时限', '承诺时限', '承诺期限', '承诺办理时限'],
  dayUnit: [
    'day_type',
    'dayUnit',
    'day_unit',
    '时限单位',
    '办结时限单位',
    '法定办结时限单位',
    '承诺办结时限单位',
    '工作日或自然日',
  ],
  handling: ['immediate', 'handling', '办件类型', '是否即办', '即办件'],
  fee: ['fee'],
  feeCharged: ['是否收费', '收费情况'],
  feeBasis: ['收费依据'],
  feeStandard: ['收费标准'],
  resultName: ['result_name', 'resultName', '结果名称', '审批结果名称', '办理结果', '办理结果名称', '结果样本名称'],
  processSteps: ['process_steps', 'processSteps', '办理流程', '办理程序', '流程'],
  note: ['note', '备注', '说明'],
  steps: ['steps', '审批环节', '办理环节'],
  joint: ['joint', '是否联合办理', '是否并联审批'],
  phrases: ['phrases', '常用意见'],
} as const satisfies Record<BaseField, readonly string[]>

/** Meaning of a header or JSON key, or null when the catalogue has no use for it (address, telephone, source …). */
export const columnMeaning = (header: string): ColumnMeaning | null => {
  const words = plain(header)
  const field = fieldByHeader.get(words) ?? fieldByHeader.get(words.replace(bracketed, ''))
  if (field === undefined) return null
  const unit = field === 'statutoryDays' || field === 'promisedDays' ? unitIn(bracketed.exec(words)?.[1] ?? '') : null
  return { field, dayUnit: unit }
}

const unitIn = (words: string): ColumnMeaning['dayUnit'] => {
  if (words.includes('工作日')) return 'workday'
  if (words.includes('自然日') || words.includes('日历日')) return 'day'
  return /[日天]/.test(words) ? 'bare' : null
}

const bracketed = /\(([^()]*)\)$/

/** Full width to half width, no spaces, no `*` of required columns, lower case. */
const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .replaceAll(/[\s*:]/g, '')
    .toLowerCase()

const fieldByHeader: ReadonlyMap<string, CatalogueField> = new Map(
  [
    ...Object.entries<readonly string[]>(headers),
    ...detailFields.map((field) => [field, findDetailColumn(field)?.headers ?? []] as const),
    // The keys of both tables are the fields.
  ].flatMap(([field, names]) => names.map((header) => [plain(header), field as CatalogueField] as const)),
)
