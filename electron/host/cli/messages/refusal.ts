import type { Refusal } from '../../../../domain/case/refusal.ts'
import { actRefusalSentence, fieldProblemWords } from './act-refusals.ts'
import { articleWords } from './articles.ts'
import { settingsProblemWords } from './settings.ts'

/** A refusal of an act that a command does, in plain words with what to do and the article. */
export const refusalWords = ({ code, params, fields, article }: Refusal): string => {
  const basis = article === null ? '' : `（依据：${articleWords(article)}）`
  switch (code) {
    case 'calendar_implausible':
      return `放假安排不完整或不合常理，有 ${String(params['count'] ?? 1)} 处问题，没有启用，原来的日历继续使用；用 calendar 命令核对，可以逐处看到${basis}`
    case 'record_key_taken':
      return `编号 ${String(params['key'] ?? '')} 已有一条记录，没有改动`
    case 'settings_unsound':
      return `${settingsProblemWords(String(params['problem'] ?? ''), String(params['detail'] ?? ''))}，没有改动`
    case 'invalid_fields':
      return `内容不符，没有改动：${fieldProblemWords(fields)}`
    case 'reply_incomplete':
      return `答复缺少法定内容，请补齐：${fieldProblemWords(fields)}${basis}`
    default:
      return `没有办理：${actRefusalSentence({ code, params, fields })}${basis}`
  }
}
