import { isPlainDate, type PlainDate } from '../../../../domain/plain-date.ts'
import type { PublicationAct } from '../../../../domain/record/publication/publication-act.ts'
import type { PublicationContent } from '../../../../domain/record/publication/publication-content.ts'
import type { CatalogueBoard } from '../../../../contract/queries/catalogue.ts'
import {
  type Publication,
  type Release,
  archiveGrounds,
  decisionChanges,
  depositPlaces,
  publicationChannels,
  validities,
  withdrawGrounds,
} from '../../../../domain/record/publication/publication-record.ts'
import {
  type SecrecyReview,
  thirdPartyOverrides,
  withholdGrounds,
} from '../../../../domain/record/publication/secrecy-review.ts'
import { penaltyClasses } from '../../../../domain/register/enforcement-period.ts'
import type { EntryActKind, EntryDraft, EntryField } from './entry-fields.ts'

interface FormProblem {
  readonly field: string
  readonly code: 'required' | 'number_invalid' | 'date_invalid'
}

/** Fields still to be filled in, or filled in with what they do not take. */
export const problemsIn = (fields: readonly EntryField[], draft: EntryDraft): readonly FormProblem[] =>
  fields.flatMap(({ name, type, required, options }): readonly FormProblem[] => {
    const value = (draft[name] ?? '').trim()
    if (value === '' || (options !== undefined && !options.includes(value)))
      return required ? [{ field: name, code: 'required' }] : []
    if (type === 'number' && !/^[1-9]\d{0,3}$/.test(value)) return [{ field: name, code: 'number_invalid' }]
    if (type === 'date' && !isPlainDate(value)) return [{ field: name, code: 'date_invalid' }]
    return []
  })

export interface ActContext {
  /** Null = a new entry. */
  readonly entry: Publication | null
  readonly today: PlainDate
  /** Of a draft: the number it gets, by which template. */
  readonly number: { readonly indexNo: string; readonly template: string | null } | null
  readonly lists: CatalogueBoard['lists']
}

/** The act that a filled form means; null = something of it is missing. */
export const actOfForm = (kind: EntryActKind, draft: EntryDraft, context: ActContext): PublicationAct | null => {
  const { entry, today, number, lists } = context
  const words = (name: string): string => (draft[name] ?? '').trim()
  const orNull = (name: string): string | null => (words(name) === '' ? null : words(name))
  const day = (name: string): PlainDate => {
    const text = words(name)
    return isPlainDate(text) ? text : today
  }
  const dayOrNull = (name: string): PlainDate | null => (words(name) === '' ? null : day(name))
  const one = <T extends string>(name: string, all: readonly T[]): T | null =>
    all.find((each) => each === words(name)) ?? null
  const content = contentOf(draft, entry, { words, orNull, day, dayOrNull })
  const review = reviewOf(draft, { words, day })
  const ground = one('ground', withholdGrounds)
  const channel = one('channel', publicationChannels)
  const release: Release | null =
    channel === null ? null : { channel, place: words('place'), publishedOn: day('publishedOn') }
  const reason = words('reason')
  switch (kind) {
    case 'publication.draft':
      return number === null ? null : { kind, origin: { kind: 'own' }, ...number, content }
    case 'publication.edit':
      return number === null ? null : { kind, ...number, content }
    case 'publication.submit':
      return { kind }
    case 'publication.recall':
      return { kind, reason }
    case 'publication.clear':
      return { kind, review }
    case 'publication.withhold':
      return ground === null ? null : { kind, review, ground, nextBy: day('nextBy') }
    case 'publication.consult':
      return {
        kind,
        authority: words('authority'),
        secrecy: words('secrecy') === 'yes',
        question: words('question'),
        answerBy: day('answerBy'),
      }
    case 'publication.determine': {
      const mayRelease = words('mayRelease') === 'yes'
      return {
        kind,
        mayRelease,
        documentNo: orNull('documentNo'),
        answeredOn: day('answeredOn'),
        review,
        ground: mayRelease ? null : ground,
        nextBy: mayRelease ? null : dayOrNull('nextBy'),
      }
    }
    case 'publication.no_determination':
      return ground === null ? null : { kind, ground, opinion: words('opinion'), nextBy: day('nextBy') }
    case 'publication.reevaluate': {
      const result = one('result', ['keep', 'release'] as const)
      return result === null
        ? null
        : { kind, result, basis: words('basis'), nextBy: result === 'keep' ? dayOrNull('nextBy') : null }
    }
    case 'publication.release':
      return release === null
        ? null
        : {
            kind,
            releases: [release],
            review: entry?.status === 'draft' && words('onPaper') === 'yes' ? review : null,
            lateReason: orNull('lateReason'),
          }
    case 'publication.add_channel':
      return release === null ? null : { kind, release }
    case 'publication.hand_over': {
      const place = one('depositPlace', depositPlaces)
      return place === null ? null : { kind, place, receiver: words('receiver'), copies: Number(words('copies')) }
    }
    case 'publication.hand_over_on_list': {
      const list = lists.find(({ listNo }) => listNo === words('listNo'))
      return list === undefined
        ? null
        : { kind, place: list.place, receiver: list.receiver, copies: Number(words('copies')), listNo: list.listNo }
    }
    case 'publication.deposit_receipt': {
      const deposit = entry?.deposits.find(({ listNo, receipt }) => listNo === words('listNo') && receipt === null)
      return deposit === undefined
        ? null
        : {
            kind,
            listNo: deposit.listNo,
            place: deposit.place,
            receiptNo: words('receiptNo'),
            receivedBy: words('receivedBy'),
            receivedOn: day('receivedOn'),
          }
    }
    case 'publication.interpret':
      return {
        kind,
        interpretation: {
          title: words('interpretationTitle'),
          link: words('interpretationLink'),
          publishedOn: day('publishedOn'),
        },
      }
    case 'publication.correct': {
      const by = one('by', ['own_check', 'request'] as const)
      return by === null ? null : { kind, content, reason, by, review }
    }
    case 'publication.revise':
      return { kind, changedOn: day('changedOn'), content }
    case 'publication.set_validity': {
      const validity = one('validity', validities)
      return validity === null ? null : { kind, validity, since: day('since'), basis: words('basis') }
    }
    case 'publication.decision_changed': {
      const how = one('how', decisionChanges)
      return how === null ? null : { kind, how, changedOn: day('changedOn'), basis: words('basis') }
    }
    case 'publication.withdraw': {
      const why = one('withdrawGround', withdrawGrounds)
      return why === null ? null : { kind, ground: why, reason }
    }
    case 'publication.archive': {
      const why = one('archiveGround', archiveGrounds)
      return why === null ? null : { kind, ground: why, note: words('note') }
    }
  }
}

interface Read {
  readonly words: (name: string) => string
  readonly orNull: (name: string) => string | null
  readonly day: (name: string) => PlainDate
  readonly dayOrNull: (name: string) => PlainDate | null
}

const contentOf = (draft: EntryDraft, entry: Publication | null, read: Read): PublicationContent => {
  const { words, orNull, day, dayOrNull } = read
  const penaltyClass = penaltyClasses.find((each) => each === draft['penaltyClass'])
  return {
    category: words('category'),
    title: words('title'),
    summary: words('summary'),
    documentNo: orNull('documentNo'),
    organ: words('organ'),
    madeOn: day('madeOn'),
    keywords: words('keywords')
      .split(/[;；,，、\s]+/)
      .filter((word) => word !== ''),
    link: orNull('link'),
    needsInterpretation: words('needsInterpretation') === 'yes',
    // A limit of another law is not asked for here, and never lost.
    limit: entry?.content.limit ?? null,
    penalty:
      penaltyClass === undefined || words('category') !== '20-06-01'
        ? null
        : { class: penaltyClass, decidedOn: day('decidedOn'), restrictedUntil: dayOrNull('restrictedUntil') },
  }
}

const reviewOf = (draft: EntryDraft, { words, day }: Pick<Read, 'words' | 'day'>): SecrecyReview => ({
  unit: words('unit'),
  reviewer: words('reviewer'),
  reviewedOn: day('reviewedOn'),
  findings: Object.fromEntries(
    withholdGrounds.map((ground) => [ground, draft[`found.${ground}`] === 'found' ? 'found' : 'none']),
    // Every ground has its line.
  ) as SecrecyReview['findings'],
  thirdPartyOverride:
    draft['found.third_party'] === 'found'
      ? (thirdPartyOverrides.find((each) => each === draft['thirdPartyOverride']) ?? null)
      : null,
  basis: words('basis'),
  opinion: words('opinion'),
})

/** What a form begins with: what the entry says already, and today's date where most write it. */
export const draftOfEntry = (
  kind: EntryActKind,
  entry: Publication | null,
  { today, organ, person }: { readonly today: PlainDate; readonly organ: string; readonly person: string },
): EntryDraft => {
  const content = entry?.content
  return {
    category: content?.category ?? '',
    organ: content?.organ ?? organ,
    title: content?.title ?? '',
    summary: content?.summary ?? '',
    madeOn: content?.madeOn ?? today,
    documentNo: kind === 'publication.determine' ? '' : (content?.documentNo ?? ''),
    keywords: content?.keywords.join('、') ?? '',
    link: content?.link ?? '',
    needsInterpretation: content?.needsInterpretation === true ? 'yes' : 'no',
    penaltyClass: content?.penalty?.class ?? '',
    decidedOn: content?.penalty?.decidedOn ?? '',
    restrictedUntil: content?.penalty?.restrictedUntil ?? '',
    reviewer: person,
    reviewedOn: today,
    publishedOn: today,
    answeredOn: today,
    receivedOn: today,
    changedOn: today,
    since: today,
    copies: '1',
    secrecy: 'no',
    ...Object.fromEntries(withholdGrounds.map((each) => [`found.${each}`, 'none'])),
  }
}
