import { type DisclosureField, disclosureFields } from './history-problem.ts'

/** Headers as registers write them, beside the names of the fields themselves. */
const headers: Readonly<Record<DisclosureField, readonly string[]>> = {
  received_on: ['收到日期', '收到申请日期', '收件日期', '受理日期'],
  replied_on: ['答复日期', '办结日期'],
  channel: ['申请渠道', '申请方式', '渠道'],
  applicant_kind: ['申请人类别', '申请人类型', '申请人情况'],
  applicant: ['申请人', '申请人姓名', '申请人名称', '申请人姓名或名称'],
  outcome: ['办理结果', '答复结果', '答复类型'],
  detail: ['结果说明'],
  subject: ['申请内容', '信息名称', '所需信息', '所需政府信息'],
  organ: ['受理机关', '答复机关', '行政机关', '机关'],
  extended: ['是否延期', '延期'],
  'reconsideration.result': ['行政复议结果', '复议结果'],
  'reconsideration.year': ['行政复议年度', '复议年度'],
  'litigation.route': ['行政诉讼途径', '诉讼途径'],
  'litigation.result': ['行政诉讼结果', '诉讼结果'],
  'litigation.year': ['行政诉讼年度', '诉讼年度'],
}

const plain = (header: string): string => header.replaceAll(/\s/g, '').toLowerCase()

const byHeader: ReadonlyMap<string, DisclosureField> = new Map(
  disclosureFields.flatMap((field) => [field, ...headers[field]].map((header) => [plain(header), field] as const)),
)

/** Field of a header or JSON key; null = a register has columns that no request needs. */
export const disclosureColumn = (header: string): DisclosureField | null => byHeader.get(plain(header)) ?? null

/** Records inside a row, whose own fields are meant: `{"reconsideration": {"result": …}}`. */
const records: ReadonlySet<string> = new Set(['reconsideration', 'litigation'])

export const isDisclosureHeader = (header: string): boolean =>
  disclosureColumn(header) !== null || records.has(plain(header))

export type DisclosureRow = { readonly [F in DisclosureField]?: unknown }

/**
 * The cells of a row by field, records inside it taken apart. A value in the place of such a record that is none of its own (a text, a list)
 * is kept under its result, so that it is named there.
 */
export const disclosureRowOf = (cells: ReadonlyMap<string, unknown>): DisclosureRow => {
  const row: Partial<Record<DisclosureField, unknown>> = {}
  const put = (field: DisclosureField | null, value: unknown): void => {
    if (field === null || isNothing(value)) return
    row[field] ??= value
  }
  for (const [header, value] of cells) {
    const name = plain(header)
    if (!records.has(name)) put(disclosureColumn(header), value)
    else if (isRecord(value))
      for (const [key, inner] of Object.entries(value)) put(disclosureColumn(`${name}.${key}`), inner)
    else put(disclosureColumn(`${name}.result`), value)
  }
  return row
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
