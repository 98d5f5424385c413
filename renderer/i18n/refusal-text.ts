import type { FieldProblemCode, Refusal } from '../../domain/case/refusal.ts'
import { letterKinds } from '../../domain/letters/letter-kind.ts'
import { roles } from '../../domain/case/role.ts'
import { caseStatuses } from '../../contract/queries/cases.ts'
import { articleText } from './article-text.ts'
import { i18n } from './setup.ts'

/** A refusal in one sentence: what is wrong, the article that says so, what to do next. */
export const refusalText = (refusal: Refusal): string => {
  const sentence = i18n.t(`problems:refusal.${refusal.code}`, wordsOf(refusal))
  return refusal.article === null
    ? sentence
    : i18n.t('problems:byArticle', { sentence: sentence.replace(/。$/, ''), article: articleText(refusal.article) })
}

export const fieldProblemText = (code: FieldProblemCode): string => i18n.t(`problems:field.${code}`)

/** The refusal's data in words. Every placeholder of every sentence has a value, so that none is ever shown raw. */
const wordsOf = ({ params, fields }: Refusal) => {
  const status = caseStatuses.find((each) => each === params['status'])
  const role = roles.find((each) => each === params['role'])
  const letter = letterKinds.find((each) => each === params['letter'])
  return {
    n: params['count'] ?? fields.length,
    status: status === undefined ? '' : i18n.t(`terms:status.${status}`),
    role: role === undefined ? '' : i18n.t(`terms:role.${role}`),
    letter: letter === undefined ? '' : i18n.t(`terms:letter.${letter}`),
    due: String(params['due'] ?? ''),
    until: String(params['until'] ?? ''),
    organ: String(params['organ'] ?? ''),
    known: String(params['known'] ?? ''),
    caseNo: String(params['caseNo'] ?? ''),
    no: String(params['no'] ?? ''),
    max: String(params['max'] ?? ''),
    arrivedOn: String(params['arrivedOn'] ?? ''),
    earliest: String(params['earliest'] ?? ''),
  }
}
