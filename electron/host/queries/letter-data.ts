import type { LetterData, LetterRequest } from '../../../contract/queries/letters.ts'
import { lettersOf, printsOf } from '../../../domain/case/letters.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { moduleOf } from '../../../domain/case/modules.ts'
import type { IssuedLetter } from '../../../domain/letters/document.ts'
import type { LetterMatter } from '../../../domain/letters/letter-matter.ts'
import { letterOf } from '../../../domain/letters/letter-of.ts'
import { settingsOn } from '../../../domain/settings/settings-on.ts'
import type { RecordState } from '../../../domain/record/record-state.ts'
import type { Services } from '../services.ts'
import { maskCaseForLetter } from './mask-case.ts'
import { ownTemplates, publicationsOfList } from './letter-records.ts'

/** Who has the letter before him, as 经办人 on it. */
export interface LetterReader {
  readonly name: string
  /** What he may see of a case; absent = all that the letter itself tells its addressee. */
  readonly mask?: (state: CaseState) => CaseState
}

/**
 * What a letter shows, or null when the matter has no such letter or there is no wording for the law of its day. The PDF is made before the
 * print is recorded, so `printNo` is the number that the record will get.
 */
export const letterData = (services: Services, reader: LetterReader, request: LetterRequest): LetterData | null => {
  const found = findMatter(services, request, reader.mask ?? maskCaseForLetter)
  return found === null ? null : letterOfMatter(services, reader, request.letter, found)
}

/** The letter of a matter that is at hand, whether it stands in the store or is only about to be. */
export const letterOfMatter = (
  { store, now, today }: Services,
  reader: LetterReader,
  letter: LetterRequest['letter'],
  { matter, document, documents, key, printNo, about, partNos }: FoundMatter,
): LetterData | null => {
  const device = store.read.meta.findDevice()
  const center = store.read.reference.findCenter()
  if (device === null || center === null) return null
  const window = store.read.reference.findWindow(device.deviceNo)
  const place = { center, window, clerkName: reader.name }
  const content = letterOf(
    matter,
    {
      letter,
      document,
      documents,
      place,
      calendar: store.calendar,
      // Those of the day of the letter: a copy made later names the same organ.
      reviewers: settingsOn(store.settings, 'remedies', document?.on ?? today()).reviewers,
      ...(about === undefined ? {} : { about }),
      ...(partNos === undefined ? {} : { partNos }),
    },
    ownTemplates(store, letter),
  )
  if (!content.ok) return null
  return {
    letter,
    content: content.value,
    key,
    voided: document !== null && document.voided !== null,
    state: matter.of === 'case' ? matter.state : null,
    center,
    window,
    clerkName: reader.name,
    deviceNo: device.deviceNo,
    today: today(),
    printedAt: now(),
    printNo,
  }
}

export interface FoundMatter {
  readonly matter: LetterMatter
  readonly document: IssuedLetter | null
  readonly documents: readonly IssuedLetter[]
  readonly key: string
  readonly printNo: number
  /** The case that a record is about, in one line. */
  readonly about?: string
  /** Numbers of the parts of a bundle, by case id. */
  readonly partNos?: Readonly<Record<string, string>>
}

const findMatter = (
  services: Services,
  request: LetterRequest,
  mask: (state: CaseState) => CaseState,
): FoundMatter | null => {
  if ('caseId' in request) return ofCase(services, request, mask)
  if ('recordId' in request) return ofRecord(services, request)
  const item = services.store.read.reference.findItem(request.itemId)
  const key = `guide-${keyOf(request.itemId)}`
  return item === null
    ? null
    : { matter: { of: 'item', item, on: services.today() }, document: null, documents: [], key, printNo: 1 }
}

type CaseRequest = Extract<LetterRequest, { readonly caseId: string }>

const ofCase = (
  { store }: Services,
  { caseId, letter, document: n }: CaseRequest,
  mask: (state: CaseState) => CaseState,
): FoundMatter | null => {
  const found = store.read.cases.find(caseId)
  if (found === null || found.held || !hasLetter(found.state, letter, n)) return null
  const { documents, caseNo } = found.state
  return {
    matter: { of: 'case', state: mask(found.state) },
    document: documents.find((each) => each.n === n) ?? null,
    documents,
    key: caseNo,
    printNo: printsOf(found.state, letter, n) + 1,
    ...numbersOfParts(store, found.state),
  }
}

/** A part that has not come from its own device yet has no number here. */
export const numbersOfParts = (
  store: Services['store'],
  state: CaseState,
): { readonly partNos?: Readonly<Record<string, string>> } => {
  if (state.kind !== 'bundle') return {}
  const numbers = state.intake.parts.flatMap(({ caseId }) => {
    const part = store.read.cases.find(caseId)
    return part === null || part.held ? [] : [[caseId, part.state.caseNo] as const]
  })
  return { partNos: Object.fromEntries(numbers) }
}

/** A slip that the case has as it stands, or a document that was issued, voided ones included: their copies carry a mark. */
const hasLetter = (state: CaseState, letter: LetterRequest['letter'], n: number | undefined): boolean =>
  n === undefined
    ? lettersOf(state).includes(letter)
    : state.documents.some((each) => each.n === n && each.letter === letter)

type RecordRequest = Extract<LetterRequest, { readonly recordId: string }>

const ofRecord = ({ store }: Services, { recordId, letter, document: n }: RecordRequest): FoundMatter | null => {
  const found = store.read.records.find(recordId)
  if (found === null) return null
  const { documents, kind } = found.state
  const document = documents.find((each) => each.n === n && each.letter === letter)
  if (document === undefined) return null
  return {
    matter: { of: 'record', state: found.state, others: publicationsOfList(store, found.state, document.no) },
    document,
    documents,
    key: `${kind}-${recordId.slice(-12)}`,
    printNo: 1,
    ...aboutCase(store, found.state),
  }
}

/** Number and matter of the case that a task is about. */
const aboutCase = (store: Services['store'], state: RecordState): { readonly about?: string } => {
  if (state.kind !== 'task' || state.caseId === null) return {}
  const found = store.read.cases.find(state.caseId)
  return found === null ? {} : { about: `${found.state.caseNo}　${moduleOf(found.state.kind).title(found.state)}` }
}

/** Ids of items are free text; bar codes and file names are not. */
const keyOf = (id: string): string => id.replaceAll(/[^0-9A-Za-z]+/gu, '-').slice(-24)
