import { type ReportCategory, reportCategories } from '../case/applicant.ts'
import { type DisclosureChannel, disclosureChannels } from '../disclosure/disclosure-intake.ts'
import { type LitigationRoute, litigationRoutes } from '../disclosure/remedy-record.ts'
import { categoryNames, groupNames, outcomeNames } from '../report/data/official-names.ts'
import { type Outcome, groupOf, outcomes } from '../report/outcome.ts'
import { type RemedyResult, remedyResults } from '../report/table.ts'

// Registers are kept in the words of the forms; a row may as well carry the keys of the program.

/** Lower case, without blanks, numbering, brackets and quotation marks. */
const plain = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[（(][^（）()]*[)）]/gu, '')
    .replaceAll(/[\s“”"'、]/gu, '')
    .replaceAll(/(^|\/)\d+\./gu, '$1')

const find = <T>(known: ReadonlyMap<string, T>, words: string): T | null => known.get(plain(words)) ?? null

const wordsOf = <T extends string>(keys: readonly T[], more: Readonly<Record<T, readonly string[]>>) =>
  new Map(keys.flatMap((key) => [key, ...more[key]].map((words) => [plain(words), key] as const)))

const categories = new Map([
  ...wordsOf(reportCategories, {
    natural: ['个人', '公民'],
    business: ['企业'],
    research: ['科研单位'],
    charity: ['公益组织'],
    legal_service: ['律师事务所'],
    other: ['其他组织'],
  }),
  ...reportCategories.map((key) => [plain(categoryNames[key]), key] as const),
])

/** 自然人 or one of the five columns of 法人或其他组织, whether or not that stands before it. */
export const findCategory = (words: string): ReportCategory | null =>
  find(categories, words.replace(/^法人或(者)?其他组织\s*[/／·:：-]\s*/u, ''))

const channels = wordsOf(disclosureChannels, {
  in_person: ['当面', '当面提交', '当面申请', '现场', '窗口', 'window', 'counter'],
  oral: ['口头', '口头提出', '口头申请', '电话'],
  registered_post: ['邮寄', '签收邮寄', '邮政', '信函', '信件', '挂号信', '快递', 'ems', 'post', 'mail', 'letter'],
  ordinary_mail: ['平信', '平常信函', '平邮'],
  online: [
    '网络',
    '网上',
    '网站',
    '互联网',
    '网络提交',
    '网上申请',
    '在线',
    '电子邮件',
    '邮件',
    '电邮',
    'email',
    'internet',
    'web',
  ],
  fax: ['传真'],
})

export const findChannel = (words: string): DisclosureChannel | null => find(channels, words)

const unstated: ReadonlySet<string> = new Set([
  '其他',
  '其它',
  '不详',
  '未注明',
  '未登记',
  'other',
  'unknown',
  '/',
  '-',
  '—',
])

/** A register says that it does not say it. */
export const isUnstated = (words: string): boolean => unstated.has(plain(words))

const outcomeWords: ReadonlyMap<string, Outcome> = new Map(
  outcomes.flatMap((outcome) => {
    const own = plain(outcomeNames[outcome])
    const group = plain(groupNames[groupOf(outcome)])
    return [outcome, own, `${group}/${own}`].map((words) => [plain(words), outcome] as const)
  }),
)

/** Shorter than the forms have them, as lists of rows do. */
const shortOutcomes: readonly (readonly [string, Outcome])[] = [
  ['申请人无正当理由逾期不补正', 'other_no_correction'],
  ['逾期不补正', 'other_no_correction'],
  ['申请人逾期未按收费通知要求缴纳费用', 'other_no_fee'],
  ['逾期未缴费', 'other_no_fee'],
]

/** A row key of table 3, or its words, alone or after those of its group: 不予公开/属于行政执法案卷. */
export const findOutcome = (words: string): Outcome | null =>
  find(outcomeWords, words) ?? find(new Map(shortOutcomes), words)

const results = wordsOf(remedyResults, {
  maintain: ['维持', '结果维持'],
  correct: ['纠正', '结果纠正'],
  other: ['其他', '其他结果'],
  pending: ['尚未审结', '未审结'],
})

export const findRemedyResult = (words: string): RemedyResult | null => find(results, words)

const routes = wordsOf(litigationRoutes, {
  direct: ['直接起诉', '未经复议直接起诉'],
  after_review: ['复议后起诉'],
})

export const findRoute = (words: string): LitigationRoute | null => find(routes, words)

const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', '是', '已延期', '延期'])
const no: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', '否', '未延期', '无'])

/** Null = neither yes nor no. */
export const findYesNo = (words: string): boolean | null => {
  const said = plain(words)
  return yes.has(said) ? true : no.has(said) ? false : null
}

/** 2024-03-04, 2024/3/4, 2024.3.4, 2024年3月4日, each perhaps with a time of day behind it; anything else as it is. */
export const plainDateText = (words: string): string => {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/u.exec(words.trim())
  if (parts === null) return words.trim()
  const [, year = '', month = '', day = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
