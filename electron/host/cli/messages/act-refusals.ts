import { fieldProblemSentences, refusalSentences } from '../../../../contract/words/refusal-sentences.ts'
import {
  type FieldProblem,
  type Refusal,
  type RefusalCode,
  fieldProblemCodes,
  refusalCodes,
} from '../../../../domain/case/refusal.ts'
import { statusWordsOf } from './case-row.ts'
import { fieldPathWords } from './field-names.ts'
import { recordStatusWordsOf } from './record-row.ts'

/**
 * Where the command line says more than a page does, since nothing stands around it: what the refusal carries, and which flag or command
 * helps. Every other code is said in the sentence that both share.
 */
const sentences: Readonly<Partial<Record<RefusalCode, string>>> = {
  not_allowed_in_state: '现在的状态是“{{status}}”，不能这样办理；可以办理什么，用 show 命令查看。',
  role_not_permitted: '岗位“{{role}}”不能办理这一步；请用 --role 或文件里的 "role" 换一个岗位。',
  letter_not_available: '办件目前没有“{{letter}}”这种文书；现有的文书用 show 命令查看。',
  time_not_run_out: '期限还没有届满，期满（{{until}}）之后才能这样办理。',
  extension_late: '延长应在 {{due}} 届满前批准，现已届满，不能再延长；请尽快办结。',
  extension_too_long: '延长不能超过 {{max}} 天，请改短。',
  fee_not_by_tariff: '金额与标准不符，按标准应为 {{fen}} 分。',
  fee_amount_wrong: '缴费金额与应缴金额不一致，应缴 {{fen}} 分。',
  mandate_not_in_force: '委托还没有生效：要先签署、核对，并且到了起始日期（{{from}}）。',
  mandate_revoked: '委托已于 {{on}} 撤销，不能再代办；还要办的，请重新委托。',
  mandate_used_up: '委托的事项已于 {{on}} 办结，还要办的请重新委托。',
  mandate_matter_not_covered: '委托书没有委托办理“{{matter}}”，请补办委托。',
  mandate_cases_exhausted: '委托书约定最多办理 {{max}} 件，已经用完，请补办委托。',
  in_person_required: '“{{matter}}”依法应当由本人办理，不能委托。',
  template_unsound: '模板里的“{{detail}}”有误，还不能用；请改正后再试。',
  handover_line_signed: '第 {{line}} 行已经签收，或者没有这一行。',
  released_before_review: '公开日期不能早于保密审查的日期（{{on}}）：应当先审查、后公开，请核对这两个日期。',
  not_signed_in: '没有写明由谁办理，不能办理。',
}

/** What is wrong with an act, and what to do; without a full stop, since the article may follow. */
export const actRefusalSentence = ({
  code,
  params,
  fields,
}: Pick<Refusal, 'code' | 'params'> & { readonly fields?: Refusal['fields'] }): string => {
  const known: Readonly<Record<string, string | number>> = {
    ...params,
    n: params['count'] ?? params['n'] ?? fields?.length ?? 0,
    status: statusOf(String(params['status'] ?? '')),
  }
  return (sentences[code] ?? refusalSentences[code])
    .replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(known[name] ?? ''))
    .replaceAll(/（）|“”/g, '')
    .replace(/。$/, '')
}

/** Every field that cannot be as it is, each once with what is wrong with it. */
export const fieldProblemWords = (fields: readonly FieldProblem[]): string =>
  [
    ...new Set(
      fields.map(({ field, code }) => `${fieldPathWords(field)}：${fieldProblemSentences[code].replace(/。$/, '')}`),
    ),
  ].join('；')

/** A code alone, of a field or of an act; one of neither stands as it is. */
export const codeSentence = (code: string): string => {
  const field = fieldProblemCodes.find((known) => known === code)
  if (field !== undefined) return fieldProblemSentences[field].replace(/。$/, '')
  const refused = refusalCodes.find((known) => known === code)
  return refused === undefined ? code : actRefusalSentence({ code: refused, params: {} })
}

/** A state of a case or a record; as it is when neither knows it. */
const statusOf = (status: string): string => statusWordsOf(status) ?? recordStatusWordsOf(status) ?? status
