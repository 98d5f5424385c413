import type { CaseState } from '../../../../../domain/case/case-state.ts'
import type { ReplyDraft } from '../../../../../domain/disclosure/reply-draft.ts'
import { openOutcomes } from '../../../../../domain/disclosure/reply-guard.ts'
import { needsOf } from '../../../../../domain/disclosure/reply-needs.ts'
import { detailsOf, usesOf } from '../../../../../domain/disclosure/reply-uses.ts'
import { type Outcome, outcomeArticles, outcomes, outcomesOf } from '../../../../../domain/report/outcome.ts'
import { replyDetails } from '../../../../../domain/report/disclosure-facts.ts'
import { type Draft, type GroupDraft, asGroup, asList, asText, emptyField, thereKey } from './draft.ts'
import type { FieldSpec, NamedSpec } from './field-spec.ts'

/**
 * The form of a reply follows its outcome: it shows what the outcome has a use for, asks for what it needs, and offers the articles that it can
 * rest on. What is not shown is not said either.
 */
export const isReply = (kind: string, path: string): boolean =>
  path === 'reply' && (kind === 'disclosure.draft' || kind === 'disclosure.spot_reply')

/** DIS-43. The form of a reply is that of a request; any other case has none. */
export const offeredOutcomes = (state: CaseState): readonly Outcome[] =>
  state.kind === 'disclosure' ? openOutcomes(state) : []

/**
 * Fields of the reply as far as it is filled in; nothing but the outcome until that is chosen.
 *
 * @param open outcomes to offer; one that was chosen before stays, so that the refusal can say why it is none
 */
export const replyFields = (
  given: readonly NamedSpec[],
  draft: GroupDraft,
  open: readonly Outcome[] = outcomes,
): readonly NamedSpec[] => {
  const reply = replyOf(draft)
  const offered = outcomes.filter((one) => one === reply?.outcome || open.includes(one))
  const fields = given.map(({ name, spec }) =>
    name === 'outcome' && spec.type === 'choice' ? { name, spec: { ...spec, values: offered } } : { name, spec },
  )
  if (reply === null) return fields.filter(({ name }) => name === 'outcome')
  const uses: ReadonlySet<string> = usesOf(reply)
  const needs: ReadonlySet<string> = new Set(needsOf(reply).needs)
  return fields
    .filter(({ name }) => uses.has(name))
    .map(({ name, spec }) => ({ name, spec: specFor(spec, name, reply.outcome, needs.has(name)) }))
}

const specFor = (spec: FieldSpec, name: string, outcome: Outcome, needed: boolean): FieldSpec => {
  if (spec.type === 'choice' && name === 'detail') return { ...spec, values: detailsOf(outcome) }
  if (name === 'parts') return ofParts(spec)
  if (name === 'grounds') return withArticles(spec, outcomeArticles[outcome])
  if (needed && 'empty' in spec && spec.empty === 'null') return { ...spec, empty: 'required' }
  return spec
}

/** A part is withheld on one of the grounds of （三） (条例 art. 37). */
const ofParts = (spec: FieldSpec): FieldSpec => {
  if (spec.type !== 'list' || spec.item.type !== 'variant') return spec
  const denied = outcomesOf('denied')
  const articles = [...new Set(denied.flatMap((outcome) => outcomeArticles[outcome]))]
  const variants = spec.item.variants.map((variant) => ({
    ...variant,
    fields: variant.fields.map(({ name, spec: field }) => ({
      name,
      spec:
        field.type === 'choice' && name === 'outcome'
          ? { ...field, values: denied }
          : field.type === 'article'
            ? { ...field, offered: articles }
            : field,
    })),
  }))
  return { ...spec, item: { ...spec.item, variants } }
}

const withArticles = (spec: FieldSpec, offered: readonly string[]): FieldSpec => {
  if (spec.type !== 'list' || spec.item.type !== 'group' || offered.length === 0) return spec
  const fields = spec.item.fields.map(({ name, spec: field }) => ({
    name,
    spec: field.type === 'article' ? ({ ...field, offered, empty: 'required' } as const) : field,
  }))
  return { ...spec, item: { ...spec.item, fields } }
}

type Prefill = (path: string, spec: FieldSpec) => string | null

/** With the entries that a newly chosen outcome asks for, open and ready to be written; what was written stays. */
export const withEntries = (
  fields: readonly NamedSpec[],
  before: GroupDraft,
  draft: GroupDraft,
  prefill: Prefill,
): GroupDraft => {
  const reply = replyOf(draft)
  if (reply === null || asText(before['outcome']) === reply.outcome) return draft
  const shown = replyFields(fields, draft)
  return Object.fromEntries(
    Object.entries(draft).map(([name, value]) => {
      const spec = shown.find((field) => field.name === name)?.spec
      return [
        name,
        spec === undefined || asList(value).length > 0 ? value : opened(spec, name, value, reply.outcome, prefill),
      ]
    }),
  )
}

const opened = (spec: FieldSpec, name: string, value: Draft, outcome: Outcome, prefill: Prefill): Draft => {
  if (spec.type !== 'list') return value
  const [only, ...more] = outcomeArticles[outcome]
  const article = more.length === 0 && only !== undefined ? only : ''
  const entry = (): GroupDraft => asGroup(emptyField(spec.item, prefill, `reply.${name}`))
  if (name === 'grounds') return [{ ...entry(), article }]
  return name === 'parts' ? ['disclosed', 'withheld'].map((kind) => ({ ...entry(), [thereKey]: kind })) : value
}

/** The fields of an act as its form shows them. */
export const shownSpecs = (kind: string, specs: readonly NamedSpec[], draft: GroupDraft): readonly NamedSpec[] =>
  specs.map(({ name, spec }) =>
    isReply(kind, name) && spec.type === 'group'
      ? { name, spec: { ...spec, fields: replyFields(spec.fields, asGroup(draft[name])) } }
      : { name, spec },
  )

/** What the form says, without what the outcome of a reply has no use for. */
export const withoutUnusedReply = (kind: string, specs: readonly NamedSpec[], draft: GroupDraft): GroupDraft =>
  Object.fromEntries([
    ...Object.entries(draft),
    ...specs.flatMap(({ name, spec }) =>
      isReply(kind, name) && spec.type === 'group'
        ? [[name, withoutUnused(spec.fields, asGroup(draft[name]))] as const]
        : [],
    ),
  ])

const withoutUnused = (fields: readonly NamedSpec[], draft: GroupDraft): GroupDraft => {
  const shown = new Set(replyFields(fields, draft).map(({ name }) => name))
  return Object.fromEntries([
    ...Object.entries(draft),
    ...fields.flatMap(({ name, spec }) =>
      shown.has(name) ? [] : [[name, emptyField(spec, () => null, name)] as const],
    ),
  ])
}

/** What the form's choices say of the reply; null = no outcome yet. */
const replyOf = (draft: GroupDraft): ReplyDraft | null => {
  const outcome = outcomes.find((one) => one === asText(draft['outcome']))
  if (outcome === undefined) return null
  const detail = replyDetails.find((one) => one === asText(draft['detail'])) ?? null
  const own = asGroup(draft['ownRecord'])
  const result = asText(own['result'])
  const elsewhere = result === 'transferred' || result === 'told_where'
  return {
    outcome,
    detail,
    grounds: [],
    parts: [],
    access: null,
    competentOrgan: null,
    searchRecord: null,
    earlierCaseNo: null,
    ownRecord:
      outcome === 'other_other' && asText(own[thereKey]) !== ''
        ? { result: elsewhere ? result : 'not_verified', finding: '', correctedOn: null }
        : null,
  }
}
