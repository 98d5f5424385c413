import type { OwnRecordFinding, ReplyGround, ReplyPart } from '../../../../../domain/disclosure/reply-draft.ts'
import { valueText } from '../../../../i18n/act-form-text.ts'
import { articleText } from '../../../../i18n/article-text.ts'
import { dateWithWeekday } from '../../../../i18n/dates.ts'
import { i18n } from '../../../../i18n/setup.ts'

const at = 'disclosure.draft.reply'

/** A ground as the letter gives it: the article first. */
export const groundText = ({ article, reason }: ReplyGround): string =>
  article === null ? reason : i18n.t('cases:reply.ground', { article: articleText(article), reason })

/** A part of what was asked for: in which form it is given, or on which ground it is not (条例 art. 37). */
export const partText = (part: ReplyPart): string =>
  part.kind === 'disclosed'
    ? i18n.t('cases:reply.givenForm', { what: part.what, form: valueText(`${at}.parts.form`, part.form) })
    : i18n.t('cases:reply.withheldWhy', {
        what: part.what,
        outcome: valueText(`${at}.parts.outcome`, part.outcome),
        article: articleText(part.article),
        reason: part.reason,
      })

export const ownRecordText = ({ result, finding, correctedOn }: OwnRecordFinding): string => {
  const words = { result: valueText(`${at}.ownRecord.result`, result), finding }
  return correctedOn === null
    ? i18n.t('cases:reply.own', words)
    : i18n.t('cases:reply.ownOn', { ...words, date: dateWithWeekday(correctedOn) })
}
