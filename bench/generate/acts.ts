import type { Applicant } from '../../domain/case/applicant.ts'
import type { CaseAct } from '../../domain/case/case-act.ts'
import type { DisclosureIntake } from '../../domain/disclosure/disclosure-intake.ts'
import { type PlainDate, addDays } from '../../domain/plain-date.ts'
import type { MaterialLine, ServiceIntake } from '../../domain/service/service-intake.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import { checklistOf, snapshotOf } from '../../domain/service/snapshot.ts'
import { towns, villages } from './places.ts'
import { type Random, zipf } from './random.ts'
import { matters, organs, papers } from './subjects.ts'

export interface ActSource {
  /** An act that opens a case on this day: six service requests for each disclosure request. */
  readonly opening: (today: PlainDate) => CaseAct
  /** An accepted service request with exactly this many papers. */
  readonly accept: (materials: number) => CaseAct
}

export const actSource = (random: Random, items: readonly ServiceItem[], applicant: () => Applicant): ActSource => {
  const item = zipf(items, 0.9)
  const service = (): ServiceIntake => {
    const chosen = item(random)
    return intakeOf(random, chosen, applicant(), checklistOf(chosen).length > 0 ? checklistOf(chosen) : usualPapers)
  }
  return {
    opening: (today) => {
      if (random.chance(1 / 7)) return { kind: 'disclosure.register', intake: disclosure(random, applicant(), today) }
      const intake = service()
      const share = random.next()
      if (share < 0.05) {
        return {
          kind: 'service.refuse',
          intake,
          ground: 'not_this_organ',
          explanation: '该事项由市级部门实施，请向市级窗口申请。',
        }
      }
      const gap = intake.materials.find(({ required }) => required)
      if (share >= 0.15 || gap === undefined) return { kind: 'service.accept', intake }
      const materials = intake.materials.map((line) =>
        line === gap ? ({ ...line, received: 0, state: 'missing' } as const) : line,
      )
      return { kind: 'service.notice', intake: { ...intake, materials }, correctBy: addDays(today, 15) }
    },
    accept: (materials) => {
      const papers = Array.from({ length: materials }, (_, at) =>
        paper(at + 1, usualNames[at % usualNames.length] ?? ''),
      )
      return { kind: 'service.accept', intake: intakeOf(random, item(random), applicant(), papers) }
    },
  }
}

const intakeOf = (
  random: Random,
  item: ServiceItem,
  applicant: Applicant,
  checklist: readonly MaterialLine[],
): ServiceIntake => ({
  item: snapshotOf(item),
  applicant,
  representative: null,
  materials: checklist.map((line) => ({ ...line, received: line.expected, state: 'collected' })),
  pickup: random.chance(0.8) ? 'window' : 'post',
  remark: null,
})

const usualNames = ['申请表', '居民身份证', '营业执照', '经营场所证明']

const paper = (n: number, name: string): MaterialLine => ({
  n,
  name,
  form: 'copy',
  required: true,
  tolerable: false,
  expected: 1,
  received: 0,
  state: 'missing',
  promisedOn: null,
  note: null,
})

/** Most districts publish an item without its guide; the window then asks for these. */
const usualPapers: readonly MaterialLine[] = usualNames.map((name, at) => paper(at + 1, name))

const village = zipf(villages, 0.6)
const matter = zipf(matters, 0.7)
const papersOn = zipf(papers, 0.7)
const organ = zipf(organs, 0.7)

const disclosure = (random: Random, applicant: Applicant, today: PlainDate): DisclosureIntake => {
  const online = random.chance(0.4)
  const year = random.chance(0.4) ? `${random.int(2010, 2025)} 年` : ''
  const more = random.chance(0.3) ? `、${papersOn(random)}` : ''
  return {
    channel: online ? 'online' : 'in_person',
    arrivedOn: today,
    confirmedOn: online && random.chance(0.7) ? today : null,
    applicant: { ...applicant, reportCategory: applicant.kind === 'person' ? 'natural' : 'business' },
    representative: null,
    organ: organ(random),
    subject: `${year}${random.pick(towns)}${village(random)}${matter(random)}的${papersOn(random)}${more}`,
    documentNo: random.chance(0.1) ? `青政办发〔${random.int(2010, 2025)}〕${random.int(1, 99)}号` : null,
    supplyForm: 'paper',
    supplyWay: 'pickup',
    supplyAddress: null,
    assistance: false,
    remark: null,
  }
}
