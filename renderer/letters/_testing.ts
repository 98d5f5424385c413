// Cases for the letters' tests, made the way a window makes them. Persons, firms and the county are made up.
import type { LetterData } from '../../contract/queries/letters.ts'
import { currentWorkCalendar } from '../../domain/calendar/state-council.ts'
import type { CaseAct } from '../../domain/case/case-act.ts'
import type { LetterKind } from '../../domain/letters/letter-kind.ts'
import { letterOf } from '../../domain/letters/letter-of.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { decide } from '../../domain/case/decide.ts'
import { fold } from '../../domain/case/fold.ts'
import type { Applicant } from '../../domain/case/applicant.ts'
import type { DisclosureIntake } from '../../domain/disclosure/disclosure-intake.ts'
import { type PlainDate, plainDate } from '../../domain/plain-date.ts'
import type { MaterialLine, ServiceIntake } from '../../domain/service/service-intake.ts'
import type { ItemSnapshot } from '../../domain/service/service-item.ts'

export const september = plainDate('2026-09-28')
export const operatorId = '990123198503120027'
export const agentId = '990123197809010336'
export const citizenId = '990123199003070099'

export const anItem = (over: Partial<ItemSnapshot> = {}): ItemSnapshot => ({
  id: 'T0001',
  version: 1,
  code: '11990000000000019A4990123004000',
  name: '公共场所卫生许可（新办）',
  kind: '行政许可',
  organ: '青岚县卫生健康局',
  legalBasis: ['《公共场所卫生管理条例》第四条'],
  statutoryDays: 20,
  promisedDays: 10,
  dayUnit: 'workday',
  handling: 'committed',
  fee: { charged: false, basis: null, standard: null },
  resultName: '卫生许可证',
  ...over,
})

export const aLine = (over: Partial<MaterialLine> = {}): MaterialLine => ({
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

/** A line of which two of three pieces came and the third is promised. */
export const promisedLine = aLine({
  n: 2,
  name: '从业人员健康合格证明',
  form: 'copy',
  tolerable: true,
  expected: 3,
  received: 2,
  state: 'tolerated',
  promisedOn: plainDate('2026-10-13'),
})

export const missingLine = aLine({
  n: 3,
  name: '公共场所卫生检测或者评价报告',
  received: 0,
  state: 'missing',
  note: '由检测机构出具',
})

const aTrader: Applicant = {
  kind: 'sole_trader',
  reportCategory: null,
  name: '青岚县清和美发店',
  idType: 'uscc',
  idNumber: '92990123MA0QHE5K71',
  idException: null,
  phone: '13800002046',
  address: '青岚县城关镇河西路 88 号',
  postcode: null,
  contactName: '周文静',
  contactIdNumber: operatorId,
}

export const aServiceIntake = (over: Partial<ServiceIntake> = {}): ServiceIntake => ({
  item: anItem(),
  applicant: aTrader,
  representative: {
    name: '许立',
    idType: 'resident_id',
    idNumber: agentId,
    idException: null,
    phone: '13700005521',
    authority: '代为提交、补正、领取',
    validUntil: null,
  },
  materials: [aLine(), promisedLine],
  pickup: 'window',
  remark: null,
  ...over,
})

export const aDisclosureIntake = (over: Partial<DisclosureIntake> = {}): DisclosureIntake => ({
  channel: 'in_person',
  arrivedOn: september,
  confirmedOn: null,
  applicant: {
    ...aTrader,
    kind: 'person',
    reportCategory: 'natural',
    name: '孙建国',
    idType: 'resident_id',
    idNumber: citizenId,
    contactName: null,
    contactIdNumber: null,
  },
  representative: null,
  organ: '青岚县住房和城乡建设局',
  subject: '河西片区污水管网改造工程施工合同',
  documentNo: null,
  supplyForm: 'paper',
  supplyWay: 'post',
  supplyAddress: null,
  assistance: false,
  remark: null,
  ...over,
})

/** The case an act opens. Throws when the domain refuses it. */
export const opened = (act: CaseAct, on: PlainDate = september): CaseState => {
  const caseNo = `990123-${on.replaceAll('-', '')}-W03-0012`
  const decided = decide(null, act, {
    today: on,
    role: 'clerk',
    calendar: currentWorkCalendar,
    nextCaseNo: () => caseNo,
    nextLetterNo: (letter) => `${letter}-1`,
  })
  if (!decided.ok) throw new Error(decided.error.code)
  return fold(null, '0199a1b2-0000-7000-8000-000000000001', decided.value)
}

const center = {
  code: '990123',
  name: '青岚县政务服务中心',
  address: '青岚县城关镇政通路 1 号',
  phone: '0900-5550100',
  supervisePhone: '0900-5550101',
  progressUrl: null,
}
const window = { deviceNo: 'W03', name: '3 号窗口', phone: '0900-5550123', organs: [] }

/** A letter of a case as the host hands it to the page. */
export const letterData = (
  letter: LetterKind,
  state: CaseState,
  over: Partial<LetterData> = {},
  document: number | null = null,
): LetterData => {
  const issued = state.documents.find(({ n }) => n === document) ?? null
  const place = { center, window, clerkName: '林晓梅' }
  const source = { letter, document: issued, documents: state.documents, place, calendar: currentWorkCalendar }
  const content = letterOf({ of: 'case', state }, source)
  if (!content.ok) throw new Error(content.error)
  return {
    letter,
    content: content.value,
    key: state.caseNo,
    voided: issued !== null && issued.voided !== null,
    state,
    center,
    window,
    clerkName: place.clerkName,
    deviceNo: 'W03',
    today: state.arrivedOn,
    printedAt: Date.UTC(2026, 8, 28, 8, 45),
    printNo: 1,
    ...over,
  }
}
