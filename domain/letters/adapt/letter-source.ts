import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import type { Reviewer } from '../../settings/center-settings.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { FactsOf } from '../fact-types.ts'
import type { frameFacts } from '../facts/frame-facts.ts'
import type { IssuedLetter } from '../document.ts'
import type { LetterKind } from '../letter-kind.ts'

/** Where a letter is printed, and by whom. */
export interface LetterPlace {
  readonly center: {
    readonly name: string
    readonly address: string | null
    readonly phone: string | null
    readonly supervisePhone: string | null
  }
  readonly window: { readonly name: string; readonly phone: string | null } | null
  readonly clerkName: string
}

/** What a letter is made from beside the matter it is about. */
export interface LetterSource {
  readonly letter: LetterKind
  /** Null = a letter without a number of its own. */
  readonly document: IssuedLetter | null
  /** All numbered letters of the matter, to find what a letter replaces and which of several it is. */
  readonly documents: readonly IssuedLetter[]
  readonly place: LetterPlace
  readonly calendar: WorkCalendar
  /** The case that a record is about, in one line without personal data; absent = none. */
  readonly about?: string
  /** Organs whose decisions another organ reviews than the government of their level; absent = none is listed. */
  readonly reviewers?: readonly Reviewer[]
  /** Case numbers of the parts of a bundle, by case id; absent = none is known yet. */
  readonly partNos?: Readonly<Record<string, string>>
}

type Frame = FactsOf<typeof frameFacts>

/**
 * What every letter may name. A numbered letter states the day it was issued, every other one `on`; the law of `lawOn` (the same, if not
 * given) chooses its wording, and of a letter issued again that of the day when the first one was.
 */
export const frameOf = (
  source: LetterSource,
  { caseNo, organ, on, lawOn = on }: { caseNo: string | null; organ: string; on: PlainDate; lawOn?: PlainDate },
): Frame => {
  const { document, documents, place } = source
  const { center, window, clerkName } = place
  return {
    lawOn: firstOf(source)?.on ?? lawOn,
    issuedOn: document?.on ?? on,
    organ,
    caseNo,
    letterNo: document?.no ?? null,
    replacedNo: documents.find(({ n }) => n === document?.replaces)?.no ?? null,
    centerName: center.name,
    place: [center.address ?? center.name, window?.name ?? ''].filter((part) => part !== '').join('　'),
    phone: window?.phone ?? center.phone ?? '未提供',
    supervisePhones: [center.supervisePhone, '12345'].filter((phone) => phone !== null).join('、'),
    clerkName,
  }
}

/** The letter that a document stands for, if it was issued again; otherwise itself. */
const firstOf = ({ document, documents }: LetterSource): IssuedLetter | null => {
  let found = document
  while (found !== null && found.replaces !== null) {
    const { replaces }: IssuedLetter = found
    found = documents.find(({ n }) => n === replaces) ?? null
  }
  return found
}

/**
 * Which of several letters of one kind a document is, from 0: the third letter to a third party goes to the third one asked. A letter
 * issued again counts as the one it stands for.
 */
const placeOf = (source: LetterSource): number => {
  const first = firstOf(source)
  return source.documents
    .filter(({ letter, replaces }) => letter === source.letter && replaces === null)
    .findIndex(({ n }) => n === first?.n)
}

/** The entry that a document is about: the one of its place, or the last where no document says which. */
export const entryOf = <T>(source: LetterSource, entries: readonly T[]): T | null =>
  (source.document === null ? entries.at(-1) : entries[placeOf(source)]) ?? null
