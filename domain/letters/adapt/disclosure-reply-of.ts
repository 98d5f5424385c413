import type { DisclosureCase } from '../../disclosure/disclosure-state.ts'
import { remediesOf } from '../../disclosure/remedies.ts'
import type { ReplyDraft, ReplyPart } from '../../disclosure/reply-draft.ts'
import type { Outcome } from '../../report/outcome.ts'
import type { LetterFacts } from '../letter-facts.ts'
import { disclosureFrame } from './disclosure-frame.ts'
import type { LetterSource } from './letter-source.ts'
import { letterWords } from './letter-words.ts'
import type { Builders } from './service-facts-of.ts'

type ReplyLetter =
  | 'disclosure_reply_granted'
  | 'disclosure_reply_partial'
  | 'disclosure_reply_denied'
  | 'disclosure_reply_unable'
  | 'disclosure_reply_not_processed'
  | 'disclosure_reply_lapsed'
  | 'disclosure_correction_reply'
  | 'disclosure_transfer_notice'

const frame = (state: DisclosureCase, source: LetterSource) =>
  disclosureFrame(state, source, state.signed?.on ?? state.closedOn ?? state.arrivedOn)

const reasonsOf = ({ grounds }: ReplyDraft) => grounds.map(({ reason }) => ({ reason }))

/** Charged and not taken back: a notice that never reached the applicant asks for nothing. */
const feeFacts = ({ fee, documents }: DisclosureCase) => {
  if (fee === null || fee.cancelled !== null)
    return { feeCharged: false, feeAmount: null, feeNoticeNo: null, feePaidOn: null, feeReceiptNo: null }
  const notice = documents.filter(({ letter, voided }) => letter === 'disclosure_fee_notice' && voided === null).at(-1)
  return {
    feeCharged: true,
    feeAmount: fee.fen,
    feeNoticeNo: notice?.no ?? null,
    feePaidOn: fee.paid?.on ?? null,
    feeReceiptNo: fee.paid?.receiptNo ?? null,
  }
}

type WithheldPart = Extract<ReplyPart, { readonly kind: 'withheld' }>

export const disclosureReplyBuilders: Builders<DisclosureCase, ReplyLetter> = {
  disclosure_reply_granted: (state, source) => {
    const { draft, intake } = state
    if (draft === null) return null
    const published = draft.detail === 'already_public'
    return {
      ...frame(state, source),
      ...feeFacts(state),
      way: published ? 'published' : draft.access === null ? 'supplied' : 'told',
      access: draft.access,
      supplyForm: letterWords.supplyForm[intake.supplyForm],
    }
  },
  disclosure_reply_partial: (state, source) => {
    const { draft } = state
    if (draft === null) return null
    const facts = frame(state, source)
    return {
      ...facts,
      ...feeFacts(state),
      access: draft.access,
      disclosed: draft.parts.flatMap((part) =>
        part.kind === 'disclosed' ? [{ what: part.what, form: letterWords.supplyForm[part.form] }] : [],
      ),
      withheld: draft.parts
        .filter((part): part is WithheldPart => part.kind === 'withheld')
        .flatMap(({ what, outcome, reason }) => {
          const ground = deniedGround(outcome)
          return ground === null ? [] : [{ what, ground, reason }]
        }),
      withheldByLaw: remediesOf(draft, facts.lawOn).reconsiderationFirst,
    }
  },
  disclosure_reply_denied: (state, source) => {
    const { draft } = state
    const ground = draft === null ? null : deniedGround(draft.outcome)
    if (draft === null || ground === null) return null
    return { ...frame(state, source), ground, reasons: reasonsOf(draft), access: draft.access }
  },
  disclosure_reply_unable: (state, source) => {
    const { draft } = state
    if (draft === null) return null
    return {
      ...frame(state, source),
      ground: unableGround(draft),
      reasons: reasonsOf(draft),
      searchRecord: draft.searchRecord,
      competentOrgan: draft.competentOrgan?.name ?? null,
      competentContact: draft.competentOrgan?.contact ?? null,
    }
  },
  disclosure_reply_not_processed: (state, source) => {
    const { draft, ending } = state
    const outcome = draft?.outcome ?? ending?.outcome
    const ground = outcome === undefined ? undefined : notProcessedGrounds[outcome]
    if (ground === undefined) return null
    return {
      ...frame(state, source),
      ground,
      reasons: draft === null ? [] : reasonsOf(draft),
      earlierCaseNo: draft?.earlierCaseNo ?? null,
      access: draft?.access ?? null,
    }
  },
  disclosure_reply_lapsed: (state, source) => {
    const { correction, fee, ending, draft, documents } = state
    const outcome = ending?.outcome ?? draft?.outcome
    if (outcome === undefined) return null
    const ground = lapsedGround(outcome)
    const notice = ground === 'no_correction' ? 'disclosure_correction_notice' : 'disclosure_fee_notice'
    const told = documents.filter(({ letter, voided }) => letter === notice && voided === null).at(-1)
    return {
      ...frame(state, source),
      ground,
      noticeOn:
        (ground === 'no_correction' ? correction?.noticeOn : ground === 'no_fee' ? fee?.noticeOn : null) ?? null,
      noticeNo: ground === 'no_correction' || ground === 'no_fee' ? (told?.no ?? null) : null,
      dueOn: ground === 'no_correction' ? (correction?.correctBy ?? null) : null,
      finding: ending?.reason ?? draft?.grounds.map(({ reason }) => reason).join('\n') ?? '',
    }
  },
  disclosure_correction_reply: (state, source) => {
    const own = state.draft?.ownRecord
    if (own === null || own === undefined) return null
    return { ...frame(state, source), ...own, ...competent(state.draft) }
  },
  disclosure_transfer_notice: (state, source) => {
    const organ = state.draft?.competentOrgan
    if (organ === null || organ === undefined) return null
    const own = state.draft?.ownRecord ?? null
    return {
      ...frame(state, source),
      what: own === null ? 'request' : 'record',
      target: organ.name,
      targetContact: organ.contact === '' ? null : organ.contact,
      reason: own?.finding ?? state.draft?.grounds[0]?.reason ?? '',
    }
  },
}

const competent = (draft: ReplyDraft | null) => ({
  competentOrgan: draft?.competentOrgan?.name ?? null,
  competentContact: draft?.competentOrgan?.contact ?? null,
})

type DeniedGround = LetterFacts<'disclosure_reply_denied'>['ground']
type NotProcessedGround = LetterFacts<'disclosure_reply_not_processed'>['ground']

const deniedGround = (outcome: Outcome): DeniedGround | null => {
  switch (outcome) {
    case 'deny_secret':
    case 'deny_law':
    case 'deny_safety':
    case 'deny_third':
    case 'deny_internal':
    case 'deny_process':
    case 'deny_case':
    case 'deny_query':
      return outcome
    default:
      return null
  }
}

const unableGround = ({ outcome, detail }: ReplyDraft): LetterFacts<'disclosure_reply_unable'>['ground'] => {
  if (outcome === 'unable_make') return 'make'
  if (outcome === 'unable_unclear') return 'unclear'
  return detail === 'not_this_organ' ? 'not_ours' : 'not_found'
}

const notProcessedGrounds: Partial<Record<Outcome, NotProcessedGround>> = {
  not_petition: 'petition',
  not_repeat: 'repeat',
  not_publication: 'publication',
  not_massive: 'massive',
  not_confirm: 'confirm',
}

const lapsedGround = (outcome: Outcome): LetterFacts<'disclosure_reply_lapsed'>['ground'] => {
  if (outcome === 'other_no_correction') return 'no_correction'
  return outcome === 'other_no_fee' ? 'no_fee' : 'other'
}
