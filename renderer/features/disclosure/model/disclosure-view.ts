import type { DeskLine } from '../../../../contract/queries/disclosure.ts'
import { type DeskPlace, deskPlaces } from '../../../../domain/disclosure/desk-place.ts'
import type { DisclosureState } from '../../../../domain/disclosure/disclosure-state.ts'
import { foldForSearch } from '../../../../domain/text/fold.ts'

export const disclosureTabs = ['work', 'fees', 'remedies', 'register'] as const
export type DisclosureTab = (typeof disclosureTabs)[number]

/** Where a person is on the desk; kept while he looks at a case. */
export interface DisclosureView {
  readonly tab: DisclosureTab
  /** Null = everything that is owed. */
  readonly place: DeskPlace | null
  readonly text: string
  /** Of the register. */
  readonly statuses: readonly DisclosureState[]
  readonly openOnly: boolean
  readonly selected: Readonly<Record<DisclosureTab, string | null>>
}

export const initialDisclosureView: DisclosureView = {
  tab: 'work',
  place: null,
  text: '',
  statuses: [],
  openOnly: false,
  selected: { work: null, fees: null, remedies: null, register: null },
}

/** Work of the office: remedies that others may still seek have a list of their own. */
export const workPlaces: readonly DeskPlace[] = deskPlaces.filter((place) => place !== 'remedies')

/** The lines of a tab but for its filters. */
const linesOf = (lines: readonly DeskLine[], tab: DisclosureTab): readonly DeskLine[] => {
  switch (tab) {
    case 'work':
      return lines.filter(({ place }) => place !== null && place !== 'remedies')
    case 'remedies':
      return lines.filter(({ place }) => place === 'remedies').sort((a, b) => compare(remedyDay(a), remedyDay(b)))
    case 'fees':
      return lines.filter(({ fee }) => fee !== null).sort((a, b) => compare(feeDay(a), feeDay(b)))
    case 'register':
      return []
  }
}

export const shownLines = (lines: readonly DeskLine[], view: DisclosureView): readonly DeskLine[] => {
  const wanted = foldForSearch(view.text.trim())
  return linesOf(lines, view.tab).filter(
    (line) =>
      (view.tab !== 'work' || view.place === null || line.place === view.place) &&
      (wanted === '' ||
        foldForSearch(`${line.caseNo} ${line.subject} ${line.applicant} ${line.organ}`).includes(wanted)),
  )
}

export const countIn = (lines: readonly DeskLine[], tab: DisclosureTab): number => linesOf(lines, tab).length

export const countAt = (lines: readonly DeskLine[], place: DeskPlace): number =>
  lines.filter((line) => line.place === place).length

/** The next day that a remedy ends on; what is pending has none and comes last. */
const remedyDay = ({ remedies }: DeskLine): string => remedies?.reconsiderationBy ?? remedies?.litigationBy ?? '9999'

/** What is unpaid comes first, by its last day. */
const feeDay = ({ fee }: DeskLine): string =>
  fee === null || fee.paidOn !== null || fee.cancelledOn !== null
    ? `9${fee?.noticeOn ?? ''}`
    : (fee.payBy ?? fee.noticeOn)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
