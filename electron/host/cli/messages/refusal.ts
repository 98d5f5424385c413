import type { Refusal } from '../../../../domain/case/refusal.ts'
import { actRefusalSentence } from './act-refusals.ts'
import { articleWords } from './articles.ts'
import { publicationRefusalSentence } from './publication-refusal.ts'
import { settingsProblemWords } from './settings.ts'
import { recordRefusalSentence } from './record-refusals.ts'

/** A refusal of an act that a command does; the codes a command cannot meet are named by their code. */
export const refusalWords = ({ code, params, fields, article }: Refusal): string => {
  const basis = article === null ? '' : `（依据：${articleWords(article)}）`
  switch (code) {
    case 'calendar_implausible':
      return `放假安排不完整或不合常理（${String(params['problem'] ?? '')}），没有启用，原来的日历继续使用`
    case 'record_key_taken':
      return `编号 ${String(params['key'] ?? '')} 已有一条记录，没有改动`
    case 'settings_unsound':
      return `${settingsProblemWords(String(params['problem'] ?? ''), String(params['detail'] ?? ''))}，没有改动`
    case 'invalid_fields':
      return `内容不符：${fields.map(({ field }) => field).join('、')}，没有改动`
    case 'reply_incomplete':
      return `答复缺少法定内容：${fields.map(({ field }) => field).join('、')}${basis}`
    default:
      return `没有办理：${actRefusalSentence({ code, params }) ?? recordRefusalSentence({ code, params }) ?? publicationRefusalSentence(code) ?? code}${basis}`
  }
}
