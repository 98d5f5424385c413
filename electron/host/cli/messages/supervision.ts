import type { SignalLevel } from '../../../../domain/supervision/rule.ts'
import type { FoundSignal } from '../../supervision/scan.ts'
import { articleWords } from './articles.ts'

const levels: Readonly<Record<SignalLevel, string>> = { notice: '提醒', warning: '预警', yellow: '黄牌', red: '红牌' }

/** One signal in one line: level, rule, since when, about what. */
export const signalWords = ({ signal, caseNo, title, organ, carded }: FoundSignal): string => {
  const basis = signal.article === null ? '' : `（${articleWords(signal.article)}）`
  const card = carded ? '　已发牌' : ''
  return `${levels[signal.level]}　${signal.rule}${basis}　${signal.since} 起　${caseNo ?? ''}　${title}　${organ ?? ''}${card}`
}

/** The text of a card. */
export const cardContent = (found: FoundSignal): string => {
  const due = found.signal.due === null ? '' : `，应于 ${found.signal.due} 前办理`
  return `${found.caseNo ?? ''} ${found.title}：${levels[found.signal.level]}（规则 ${found.signal.rule}），${found.signal.since} 起${due}`.trim()
}
