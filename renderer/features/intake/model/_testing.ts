// Builders for the tests of the intake form. Every person and number is made up; division 990123 does not exist.
import fc from 'fast-check'
import { applicantKinds, idTypes, reportCategories } from '../../../../domain/case/applicant.ts'
import { disclosureChannels, supplyForms, supplyWays } from '../../../../domain/disclosure/disclosure-intake.ts'
import { plainDate } from '../../../../domain/plain-date.ts'
import { pickups, refusalGrounds } from '../../../../domain/service/service-intake.ts'
import { materialForms, type ServiceItem } from '../../../../domain/service/service-item.ts'
import { applicantLimits, disclosureLimits, representativeLimits } from './field-limits.ts'
import { editForm, type FormEdit } from './form-edits.ts'
import { emptyForm, type IntakeForm } from './form-model.ts'

export const today = plainDate('2026-09-28')
export const firstCaseId = '0199a1b2-0000-7000-8000-000000000001'
export const secondCaseId = '0199a1b2-0000-7000-8000-000000000002'

export const anItem = (over: Partial<ServiceItem> = {}): ServiceItem => ({
  id: 'T0001',
  version: 1,
  code: '11990000000000019A4990123004000',
  name: '公共场所卫生许可（新办）',
  kind: '行政许可',
  organ: '县卫生健康局',
  group: null,
  legalBasis: ['《公共场所卫生管理条例》第四条'],
  audience: null,
  conditions: [],
  materials: [
    { name: '卫生许可证申请表', form: 'original', copies: 1, required: true, tolerable: false, source: null },
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

export const emptyCaseForm = emptyForm(firstCaseId, today)

export const afterEdits = (edits: readonly FormEdit[], form: IntakeForm = emptyForm(firstCaseId, today)): IntakeForm =>
  edits.reduce(editForm, form)

/** A complete service application of a natural person, made the way a clerk makes it. */
export const aServiceForm = (more: readonly FormEdit[] = []): IntakeForm =>
  afterEdits([
    { type: 'chooseItem', item: anItem() },
    { type: 'applicant', field: 'name', text: '周文静' },
    { type: 'applicant', field: 'idNumber', text: '990123199003070099' },
    { type: 'applicant', field: 'phone', text: '13800002046' },
    { type: 'applicant', field: 'address', text: '青岚县城关镇河西路 88 号' },
    { type: 'material', edit: { type: 'collectAll' } },
    ...more,
  ])

export const aDisclosureForm = (more: readonly FormEdit[] = []): IntakeForm =>
  afterEdits([
    { type: 'chooseDisclosure' },
    { type: 'applicant', field: 'name', text: '孙建国' },
    { type: 'applicant', field: 'idNumber', text: '990123199003070099' },
    { type: 'applicant', field: 'phone', text: '13800002046' },
    { type: 'disclosure', field: 'organ', text: '县住房和城乡建设局' },
    { type: 'disclosure', field: 'subject', text: '河西片区污水管网改造工程施工合同' },
    ...more,
  ])

const keysOf = <T extends object>(object: T): (keyof T)[] => Object.keys(object) as (keyof T)[]

/** Anything that can arrive in a text field: typed, pasted from anywhere, or read by a scanner. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '2026-10-13',
    '1013',
    '+5',
    '990123199003070099',
    '91990123MA0TEXT12K',
    '\u0000\u001f',
    '\ud800',
    '王𬒈',
  ),
)

const itemArbitrary = fc
  .record({
    id: fc.constantFrom('T0001', 'T0002', 'T0003'),
    version: fc.integer({ min: 1, max: 3 }),
    materials: fc.array(
      fc.record({
        name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((name) => !/\p{Cc}/u.test(name)),
        form: fc.constantFrom(...materialForms),
        copies: fc.option(fc.integer({ min: 0, max: 5 })),
        required: fc.option(fc.boolean()),
        tolerable: fc.boolean(),
        source: fc.constant(null),
      }),
      { maxLength: 8 },
    ),
  })
  .map(anItem)

const at = fc.integer({ min: 0, max: 9 })
const count = fc.integer({ min: -5, max: 2000 })

const materialEditArbitrary = fc.oneof(
  fc.record({ type: fc.constantFrom('cycle' as const, 'remove' as const), at }),
  fc.record({
    type: fc.constant('set' as const),
    at,
    state: fc.constantFrom('collected' as const, 'missing' as const),
  }),
  fc.record({ type: fc.constant('tolerate' as const), at, promisedOn: fc.constant(plainDate('2026-10-13')) }),
  fc.record({ type: fc.constant('count' as const), at, received: count }),
  fc.record({ type: fc.constant('note' as const), at, text: anyText }),
  fc.record({ type: fc.constant('collectAll' as const) }),
  fc.record({ type: fc.constant('add' as const), name: anyText }),
)

export const editArbitrary: fc.Arbitrary<FormEdit> = fc.oneof(
  fc.record({ type: fc.constant('chooseItem' as const), item: itemArbitrary }),
  fc.record({ type: fc.constant('chooseDisclosure' as const) }),
  fc.record({
    type: fc.constant('applicant' as const),
    field: fc.constantFrom(...keysOf(applicantLimits)),
    text: anyText,
  }),
  fc.record({ type: fc.constant('applicantKind' as const), kind: fc.constantFrom(...applicantKinds) }),
  fc.record({ type: fc.constant('reportCategory' as const), category: fc.constantFrom(...reportCategories) }),
  fc.record({
    type: fc.constant('idType' as const),
    party: fc.constantFrom('applicant' as const, 'representative' as const),
    idType: fc.option(fc.constantFrom(...idTypes)),
  }),
  fc.record({ type: fc.constant('represented' as const), on: fc.boolean() }),
  fc.record({
    type: fc.constant('representative' as const),
    field: fc.constantFrom(...keysOf(representativeLimits)),
    text: anyText,
  }),
  fc.record({ type: fc.constant('material' as const), edit: materialEditArbitrary }),
  fc.record({ type: fc.constant('pickup' as const), pickup: fc.constantFrom(...pickups) }),
  fc.record({
    type: fc.constantFrom('remark' as const, 'correctBy' as const, 'refusalExplanation' as const),
    text: anyText,
  }),
  fc.record({ type: fc.constant('refusalGround' as const), ground: fc.constantFrom(...refusalGrounds) }),
  fc.record({
    type: fc.constant('disclosure' as const),
    field: fc.constantFrom(...keysOf(disclosureLimits)),
    text: anyText,
  }),
  fc.record({ type: fc.constant('channel' as const), channel: fc.constantFrom(...disclosureChannels) }),
  fc.record({ type: fc.constant('supplyForm' as const), supplyForm: fc.constantFrom(...supplyForms) }),
  fc.record({ type: fc.constant('supplyWay' as const), supplyWay: fc.constantFrom(...supplyWays) }),
  fc.record({ type: fc.constant('assistance' as const), on: fc.boolean() }),
  fc.record({ type: fc.constant('answerSimilar' as const), id: fc.constantFrom(firstCaseId, secondCaseId) }),
)

export const editsArbitrary = fc.array(editArbitrary, { maxLength: 30 })
