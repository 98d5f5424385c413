import { recordWords } from '../../../../contract/words/record-words.ts'
import { letterNames } from '../../../../domain/letters/letter-names.ts'
import type { RecordDuty, recordView } from '../../queries/record-view.ts'
import { articleWords } from './articles.ts'
import { dutyWords } from './catalogue.ts'
import { obligationWords } from '../../../../contract/words/supervision-words.ts'

const statusesByKind: Readonly<Record<string, Readonly<Record<string, string>>>> = recordWords.status
const actWords: Readonly<Record<string, string>> = recordWords.act

/** A state of any kind of record in words, or null; of kinds that share a state the first one's word. */
export const recordStatusWordsOf = (status: string): string | null => {
  for (const words of Object.values(statusesByKind)) if (Object.hasOwn(words, status)) return words[status] ?? null
  return null
}

/** A record for people: what it is, what is owed, its letters, and what may be done. */
export const recordLines = (view: ReturnType<typeof recordView>): readonly string[] => {
  const { kind, status, key, title, organ, duties, documents, acts } = view
  const head = [recordWords.kind[kind], statusesByKind[kind]?.[status] ?? status, key ?? '', title, organ ?? '']
  return [
    head.filter((part) => part !== '').join('　'),
    ...duties.map(dutyLine),
    ...documents.map(
      ({ letter, no, on, voided }) => `${no}　${on}　${letterNames[letter]}${voided === null ? '' : '（已作废）'}`,
    ),
    acts.length === 0
      ? '已经终结，没有可以办理的动作'
      : `可以办理：${acts.map((act) => `${actWords[act] ?? ''} ${act}`.trim()).join('、')}`,
  ]
}

const dutyLine = ({ what, due, article, late }: RecordDuty): string =>
  `应办：${due}　${duties[what]}${late ? '　已逾期' : ''}${article === null ? '' : `（${articleWords(article)}）`}`

const duties: Readonly<Record<RecordDuty['what'], string>> = { ...obligationWords, ...dutyWords, due: '到期' }
