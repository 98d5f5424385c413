import { publicationCategories, isLowestCategory } from '../../../../domain/record/publication/categories.ts'
import type { PublicationAct } from '../../../../domain/record/publication/publication-act.ts'
import {
  archiveGrounds,
  decisionChanges,
  depositPlaces,
  publicationChannels,
  validities,
  withdrawGrounds,
} from '../../../../domain/record/publication/publication-record.ts'
import { thirdPartyOverrides, withholdGrounds } from '../../../../domain/record/publication/secrecy-review.ts'
import { penaltyClasses } from '../../../../domain/register/enforcement-period.ts'

export type EntryActKind = PublicationAct['kind']

/** Every value is held as it is typed; a yes is `yes`. */
export type EntryDraft = Readonly<Record<string, string>>

/** One field of a form. `options` of a select or a choice; `data` = they are data and stand for themselves. */
export interface EntryField {
  readonly name: string
  readonly type: 'line' | 'text' | 'date' | 'number' | 'choice' | 'select'
  readonly required: boolean
  readonly max?: number
  readonly options?: readonly string[]
}

/** What of the form hangs on more than the act and what is typed. */
export interface FormAbout {
  /** The entry is still a draft: a release needs the review that was made on paper. */
  readonly draft: boolean
  /** The day of release that is typed is after the limit. */
  readonly late: boolean
  /** Lists under way that an entry can go with, and lists of this entry without a receipt. */
  readonly lists: readonly string[]
  readonly owedLists: readonly string[]
}

const line = (name: string, max = 200, required = true): EntryField => ({ name, type: 'line', required, max })
const area = (name: string, max = 1000, required = true): EntryField => ({ name, type: 'text', required, max })
const date = (name: string, required = true): EntryField => ({ name, type: 'date', required })
const select = (name: string, options: readonly string[], required = true): EntryField => ({
  name,
  type: 'select',
  options,
  required,
})
const choice = (name: string, options: readonly string[]): EntryField => ({
  name,
  type: 'choice',
  options,
  required: true,
})
const yesNo = (name: string): EntryField => choice(name, ['yes', 'no'])

const lowest = publicationCategories.filter(({ code }) => isLowestCategory(code)).map(({ code }) => code)

const contentFields = (draft: EntryDraft): readonly EntryField[] => [
  select('category', lowest),
  line('organ'),
  area('title', 300),
  area('summary', 2000),
  date('madeOn'),
  line('documentNo', 80, false),
  line('keywords', 300, false),
  line('link', 500, false),
  yesNo('needsInterpretation'),
  // A penalty decision stays published as long as its class says.
  ...(draft['category'] === '20-06-01'
    ? [
        select(
          'penaltyClass',
          penaltyClasses.filter((each) => each !== 'warning_only'),
          false,
        ),
        ...(draft['penaltyClass'] ? [date('decidedOn'), date('restrictedUntil', false)] : []),
      ]
    : []),
]

const reviewFields = (draft: EntryDraft): readonly EntryField[] => [
  line('unit'),
  line('reviewer', 80),
  date('reviewedOn'),
  ...withholdGrounds.map((ground) => choice(`found.${ground}`, ['none', 'found'])),
  ...(draft['found.third_party'] === 'found' ? [select('thirdPartyOverride', thirdPartyOverrides, false)] : []),
  area('basis'),
  area('opinion', 2000),
]

const releaseFields = [select('channel', publicationChannels), line('place', 300), date('publishedOn')]
const foundIn = (draft: EntryDraft) => withholdGrounds.filter((ground) => draft[`found.${ground}`] === 'found')
const ground = (draft: EntryDraft): EntryField => select('ground', foundIn(draft))
const reason = area('reason')

/** The fields of an act, as far as what is typed so far asks for them. */
export const entryFields = (kind: EntryActKind, draft: EntryDraft, about: FormAbout): readonly EntryField[] => {
  switch (kind) {
    case 'publication.draft':
    case 'publication.edit':
      return contentFields(draft)
    case 'publication.submit':
      return []
    case 'publication.recall':
      return [reason]
    case 'publication.clear':
      return reviewFields(draft)
    case 'publication.withhold':
      return [...reviewFields(draft), ground(draft), date('nextBy')]
    case 'publication.consult':
      return [line('authority'), yesNo('secrecy'), area('question', 2000), date('answerBy')]
    case 'publication.determine':
      return [
        yesNo('mayRelease'),
        line('documentNo', 80, false),
        date('answeredOn'),
        ...reviewFields(draft),
        ...(draft['mayRelease'] === 'no' ? [ground(draft), date('nextBy')] : []),
      ]
    case 'publication.no_determination':
      return [select('ground', withholdGrounds), area('opinion', 2000), date('nextBy')]
    case 'publication.reevaluate':
      return [
        choice('result', ['keep', 'release']),
        area('basis'),
        ...(draft['result'] === 'keep' ? [date('nextBy')] : []),
      ]
    case 'publication.release':
      return [
        ...releaseFields,
        ...(about.late ? [area('lateReason')] : []),
        ...(about.draft
          ? [choice('onPaper', ['yes', 'no']), ...(draft['onPaper'] === 'yes' ? reviewFields(draft) : [])]
          : []),
      ]
    case 'publication.add_channel':
      return releaseFields
    case 'publication.hand_over':
      return [
        select('depositPlace', depositPlaces),
        line('receiver'),
        { name: 'copies', type: 'number', required: true },
      ]
    case 'publication.hand_over_on_list':
      return [select('listNo', about.lists), { name: 'copies', type: 'number', required: true }]
    case 'publication.deposit_receipt':
      return [select('listNo', about.owedLists), line('receiptNo', 80), line('receivedBy', 80), date('receivedOn')]
    case 'publication.interpret':
      return [line('interpretationTitle', 300), line('interpretationLink', 500), date('publishedOn')]
    case 'publication.correct':
      return [...contentFields(draft), reason, choice('by', ['own_check', 'request']), ...reviewFields(draft)]
    case 'publication.revise':
      return [date('changedOn'), ...contentFields(draft)]
    case 'publication.set_validity':
      return [select('validity', validities), date('since'), area('basis', 500)]
    case 'publication.decision_changed':
      return [select('how', decisionChanges), date('changedOn'), area('basis', 500)]
    case 'publication.withdraw':
      return [select('withdrawGround', withdrawGrounds), reason]
    case 'publication.archive':
      return [select('archiveGround', archiveGrounds), area('note')]
  }
}
