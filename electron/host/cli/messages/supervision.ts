import { cardWords, levelWords, obligationWords } from '../../../../contract/words/supervision-words.ts'
import { obligations } from '../../../../domain/supervision/subject-facts.ts'
import type { FoundSignal } from '../../supervision/scan.ts'
import { articleWords } from './articles.ts'

/** One signal in one line: level, rule, since when, about what. */
export const signalWords = ({ signal, caseNo, title, organ, carded }: FoundSignal): string => {
  const basis = signal.article === null ? '' : `（${articleWords(signal.article)}）`
  const card = carded ? '　已发牌' : ''
  return `${levelWords[signal.level]}　${signal.rule}${subjectWords(signal.occasion)}${basis}　${signal.since} 起　${caseNo ?? ''}　${title}　${organ ?? ''}${card}`
}

/** What is late, where the rule is about an obligation by itself: `interpretation.1` → 政策解读. */
const subjectWords = (occasion: string): string => {
  const what = obligations.find((known) => occasion.startsWith(`${known}.`))
  return what === undefined ? '' : ` ${obligationWords[what]}`
}

/** The text of a card. */
export const cardContent = ({ signal, caseNo, title }: FoundSignal): string => cardWords({ ...signal, caseNo, title })
