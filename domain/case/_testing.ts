// The fixed cast and builders every test starts from. Persons are fictional, region 990000 does not exist.
import type { DisclosureIntake } from '../disclosure/disclosure-intake.ts'
import type { PlainDate } from '../plain-date.ts'
import { plainDate } from '../plain-date.ts'
import type { MaterialLine, ServiceIntake } from '../service/service-intake.ts'
import type { ItemSnapshot, ServiceItem } from '../service/service-item.ts'
import { snapshotOf } from '../service/snapshot.ts'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import type { Applicant, Representative } from './applicant.ts'
import type { CaseAct } from './case-act.ts'
import type { CaseState } from './case-state.ts'
import { type DecideContext, decide } from './decide.ts'
import { fold } from './fold.ts'
import type { Refusal } from './refusal.ts'

export const day = (text: string): PlainDate => plainDate(text)

export const anApplicant = (over: Partial<Applicant> = {}): Applicant => ({
  kind: 'person',
  reportCategory: null,
  name: '周文静',
  idType: 'resident_id',
  idNumber: '990000199001010017',
  idException: null,
  phone: '13800002046',
  address: '青岚县城关镇河西路 88 号',
  postcode: null,
  contactName: null,
  contactIdNumber: null,
  ...over,
})

export const aSoleTrader = (over: Partial<Applicant> = {}): Applicant =>
  anApplicant({
    kind: 'sole_trader',
    name: '青岚县清和美发店',
    idType: 'uscc',
    idNumber: '91990000MA0TEXT124',
    contactName: '周文静',
    contactIdNumber: '990000199001010017',
    ...over,
  })

/** Without a number of his own nobody is taken for somebody else (CFL-6). */
export const anUnnumberedTrader = (): Applicant => aSoleTrader({ idNumber: null, idException: '证照遗失' })

export const aRepresentative = (over: Partial<Representative> = {}): Representative => ({
  name: '许立',
  idType: 'resident_id',
  idNumber: '99000019800101016X',
  idException: null,
  phone: '13700005521',
  authority: '代为提交、补正、领取',
  validUntil: null,
  ...over,
})

export const anItem = (over: Partial<ServiceItem> = {}): ServiceItem => ({
  id: 'T0001',
  version: 1,
  code: '11990000000000019A4990123004000',
  name: '公共场所卫生许可（新办）',
  kind: '行政许可',
  organ: '青岚县卫生健康局',
  group: null,
  legalBasis: ['《公共场所卫生管理条例》第四条'],
  audience: null,
  conditions: [],
  materials: [
    { name: '卫生许可证申请表', form: 'original', copies: 1, required: true, tolerable: false, source: null },
    { name: '营业执照', form: 'copy', copies: 1, required: true, tolerable: false, source: null },
    { name: '从业人员健康合格证明', form: 'copy', copies: 3, required: true, tolerable: true, source: null },
  ],
  statutoryDays: 20,
  promisedDays: 10,
  dayUnit: 'workday',
  handling: 'committed',
  fee: { charged: false, basis: null, standard: null },
  resultName: '卫生许可证',
  processSteps: [],
  note: null,
  ...over,
})

export const aSnapshot = (over: Partial<ItemSnapshot> = {}): ItemSnapshot => ({ ...snapshotOf(anItem()), ...over })

export const aMaterial = (over: Partial<MaterialLine> = {}): MaterialLine => ({
  n: 1,
  name: '卫生许可证申请表',
  form: 'original',
  required: true,
  tolerable: false,
  expected: 1,
  received: 1,
  state: 'collected',
  promisedOn: null,
  note: null,
  ...over,
})

export const missing = { received: 0, state: 'missing' } as const

export const aServiceIntake = (over: Partial<ServiceIntake> = {}): ServiceIntake => ({
  item: aSnapshot(),
  applicant: aSoleTrader(),
  representative: null,
  materials: [
    aMaterial(),
    aMaterial({ n: 2, name: '营业执照', form: 'copy' }),
    aMaterial({ n: 3, name: '从业人员健康合格证明', form: 'copy', tolerable: true, expected: 3, received: 3 }),
  ],
  pickup: 'window',
  remark: null,
  ...over,
})

export const aDisclosureIntake = (over: Partial<DisclosureIntake> = {}): DisclosureIntake => ({
  channel: 'in_person',
  arrivedOn: day('2026-09-14'),
  confirmedOn: null,
  applicant: anApplicant({ name: '孙建国', reportCategory: 'natural' }),
  representative: null,
  organ: '县住房和城乡建设局',
  subject: '河西片区污水管网改造工程施工合同及变更签证',
  documentNo: null,
  supplyForm: 'paper',
  supplyWay: 'post',
  supplyAddress: null,
  assistance: false,
  remark: null,
  ...over,
})

/** Acting at a desk on one day: `done` folds what was decided, `refused` answers why not; each throws on the other outcome. */
export const actingOn = (today: PlainDate) => {
  const context = (over: Partial<DecideContext> = {}): DecideContext => ({
    today,
    role: 'clerk',
    calendar: currentWorkCalendar,
    nextCaseNo: () => '990123-20260928-W03-0001',
    nextLetterNo: (letter) => `${letter}-1`,
    ...over,
  })
  const done = (state: CaseState | null, act: CaseAct, over: Partial<DecideContext> = {}): CaseState => {
    const result = decide(state, act, context(over))
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    return fold(state, 'case-1', result.value)
  }
  const refused = (state: CaseState | null, act: CaseAct, over: Partial<DecideContext> = {}): Refusal => {
    const result = decide(state, act, context(over))
    if (result.ok) throw new Error(`not refused: ${act.kind}`)
    return result.error
  }
  return { context, done, refused }
}
