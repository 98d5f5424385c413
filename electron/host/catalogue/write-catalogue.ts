import type { EntryRow, SaveCatalogueInput } from '../../../contract/queries/catalogue.ts'
import type { RunProgress } from '../../../contract/queries/run.ts'
import type { SaveResult } from '../../../contract/queries/statistics.ts'
import { recordWords } from '../../../contract/words/record-words.ts'
import { findCategory } from '../../../domain/record/publication/categories.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import { foldForSearch } from '../../../domain/text/fold.ts'
import { type ReportDocument, cell, head } from '../reports/document.ts'
import { saveDocument } from '../reports/save-document.ts'
import type { Services } from '../services.ts'
import { entriesInSlices } from './entries-in-slices.ts'
import { entryRow, isWanted } from './entry-row.ts'

interface Line {
  readonly entry: Publication
  readonly row: EntryRow
}

/** The catalogue as a sheet (ogi2019:12: 编制、公布政府信息公开目录), as far as the filters leave it. */
export async function* writeCatalogue(
  deps: Pick<Services, 'store' | 'today'>,
  { folder, text, ...filter }: SaveCatalogueInput,
): AsyncGenerator<RunProgress, SaveResult> {
  const { store, today } = deps
  const wanted = foldForSearch(text.trim())
  const lines: Line[] = []
  yield* entriesInSlices(deps, (found) => {
    const row = entryRow(found, store.calendar, today())
    const { documentNo, summary } = found.entry.content
    const heap = foldForSearch([row.indexNo, row.title, row.organ, documentNo ?? '', summary].join('\n'))
    if (isWanted(row, filter) && heap.includes(wanted)) lines.push({ entry: found.entry, row })
  })
  lines.sort((a, b) => compare(a.row.category, b.row.category) || compare(a.row.indexNo, b.row.indexNo))
  const center = store.read.reference.findCenter()?.name ?? ''
  return saveDocument(catalogueDocument(lines, center, filter.category), folder)
}

const columns = [
  '序号',
  '索引号',
  '栏目',
  '名称',
  '内容概述',
  '文号',
  '发布机关',
  '生成日期',
  '公开日期',
  '公开渠道',
  '状态',
] as const

const catalogueDocument = (lines: readonly Line[], center: string, category: string | null): ReportDocument => {
  const column = category === null ? undefined : findCategory(category)
  return {
    title: `${center}政府信息主动公开目录${column === undefined ? '' : `（${column.title}）`}`,
    blocks: [
      { kind: 'paragraph', text: `共 ${String(lines.length)} 条，按栏目和索引号排列。` },
      {
        kind: 'table',
        name: '目录',
        rows: [
          columns.map((text) => head(text)),
          ...lines.map((line, at) => lineOf(line, at + 1).map((value) => cell(value))),
        ],
      },
    ],
  }
}

const lineOf = ({ entry, row }: Line, n: number): readonly (string | number)[] => [
  n,
  row.indexNo,
  `${row.category} ${findCategory(row.category)?.title ?? ''}`.trim(),
  row.title,
  entry.content.summary,
  entry.content.documentNo ?? '',
  row.organ,
  row.madeOn,
  row.releasedOn ?? '',
  [...new Set(entry.releases.map(({ place }) => place))].join('、'),
  recordWords.status.publication[row.status],
]

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
