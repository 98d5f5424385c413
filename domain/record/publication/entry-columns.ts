/** Columns of a list of entries: the first header of each is the official one, the last its key in JSON. */
export const entryColumns = {
  category: ['栏目', '信息分类', '分类', '所属栏目', 'category'],
  title: ['名称', '信息名称', '标题', '文件名称', 'title'],
  summary: ['内容概述', '内容摘要', '摘要', '概述', 'summary'],
  documentNo: ['文号', '发文字号', 'documentNo'],
  organ: ['发布机关', '公开机关', '制作机关', '发布机构', '机关', 'organ'],
  madeOn: ['生成日期', '成文日期', '制作日期', '形成日期', 'madeOn'],
  keywords: ['主题词', '关键词', 'keywords'],
  link: ['链接', '网址', '全文链接', 'link'],
  needsInterpretation: ['需解读', '是否解读', 'needsInterpretation'],
  indexNo: ['索引号', '信息索引', 'indexNo'],
} as const
export type EntryColumn = keyof typeof entryColumns

export const entryHeader = (column: EntryColumn): string => entryColumns[column][0]

/** What the header of a file means; null = none of the columns. */
export const entryColumnOf = (header: string): EntryColumn | null => meanings.get(plain(header)) ?? null

/** Full width to half width, no spaces, no `*` of required columns, no unit in brackets, lower case. */
const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .replaceAll(/[\s*:]|\([^()]*\)$/g, '')
    .toLowerCase()

const meanings: ReadonlyMap<string, EntryColumn> = new Map(
  Object.entries(entryColumns).flatMap(([column, headers]) =>
    // The keys of a constant record are its type's keys.
    headers.map((header) => [plain(header), column as EntryColumn] as const),
  ),
)
