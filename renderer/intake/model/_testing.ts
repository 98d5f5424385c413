// Builders for the tests of the intake form. Every person and number is made up; division 990123 does not exist.
import fc from 'fast-check'
import {
  agentRelations,
  applicantKinds,
  authorityKinds,
  idTypes,
  reportCategories,
} from '../../../domain/case/applicant.ts'
import { disclosureChannels, supplyForms, supplyWays } from '../../../domain/disclosure/disclosure-intake.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { pickups, refusalGrounds } from '../../../domain/service/service-intake.ts'
import { materialForms, type ServiceItem } from '../../../domain/service/service-item.ts'
import { complaintTopics, complaintTypes } from '../../../domain/complaint/complaint-intake.ts'
import { consultationTopics } from '../../../domain/consultation/consultation-intake.ts'
import { contactChannels } from '../../../domain/contact/contact-intake.ts'
import { bundleLimitsOf } from './bundle-fields.ts'
import { contactLimits, subjectKinds } from './contact-fields.ts'
import { applicantLimits, disclosureLimits, representativeLimits } from './field-limits.ts'
import { feeBasisKinds } from '../../../domain/fees/settlement.ts'
import { paymentMethods } from '../../../domain/service/service-fee.ts'
import { instantLimits } from './instant-act.ts'
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

export const partIds = [
  '0199a1b2-0000-7000-8000-000000000011',
  '0199a1b2-0000-7000-8000-000000000012',
  '0199a1b2-0000-7000-8000-000000000013',
] as const

/** Two matters of one citizen that both ask for the application form. */
export const aBundleForm = (more: readonly FormEdit[] = []): IntakeForm =>
  afterEdits([
    { type: 'chooseBundle' },
    { type: 'addPart', caseId: partIds[0], item: anItem() },
    {
      type: 'addPart',
      caseId: partIds[1],
      item: anItem({
        id: 'T0002',
        name: '食品经营许可',
        promisedDays: 15,
        materials: [
          { name: '卫生许可证申请表', form: 'original', copies: 2, required: true, tolerable: false, source: null },
          { name: '平面图', form: 'copy', copies: 1, required: true, tolerable: false, source: null },
        ],
      }),
    },
    { type: 'bundle', field: 'name', text: '开办餐饮店' },
    { type: 'applicant', field: 'name', text: '周文静' },
    { type: 'applicant', field: 'idNumber', text: '990123199003070099' },
    { type: 'applicant', field: 'phone', text: '13800002046' },
    { type: 'applicant', field: 'address', text: '青岚县城关镇河西路 88 号' },
    { type: 'material', edit: { type: 'collectAll' } },
    ...more,
  ])

/** A question as a window hears it. */
export const aQuestionForm = (more: readonly FormEdit[] = []): IntakeForm =>
  afterEdits([
    { type: 'chooseContact', kind: 'consultation' },
    { type: 'applicant', field: 'name', text: '孙建国' },
    { type: 'applicant', field: 'phone', text: '13800002046' },
    { type: 'contactChoice', choices: { question: 'materials' } },
    { type: 'contact', field: 'title', text: '换证要带什么' },
    { type: 'contact', field: 'text', text: '许可证下月到期，想知道要带哪些材料。' },
    ...more,
  ])

export const aComplaintForm = (more: readonly FormEdit[] = []): IntakeForm =>
  afterEdits([
    { type: 'chooseContact', kind: 'complaint' },
    { type: 'applicant', field: 'name', text: '孙建国' },
    { type: 'applicant', field: 'phone', text: '13800002046' },
    { type: 'contactChoice', choices: { grievance: 'delay' } },
    { type: 'contact', field: 'subjectOrgan', text: '县住房和城乡建设局' },
    { type: 'contact', field: 'title', text: '材料交齐一个月没有答复' },
    { type: 'contact', field: 'text', text: '上月交齐材料，至今没有答复。' },
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
  fc.record({ type: fc.constantFrom('chooseBundle' as const) }),
  fc.record({
    type: fc.constant('addPart' as const),
    caseId: fc.constantFrom(...partIds),
    item: itemArbitrary,
  }),
  fc.record({ type: fc.constant('removePart' as const), at }),
  fc.record({ type: fc.constant('bundle' as const), field: fc.constantFrom(...keysOf(bundleLimitsOf)), text: anyText }),
  fc.record({ type: fc.constant('joint' as const), on: fc.boolean() }),
  fc.record({
    type: fc.constant('chooseContact' as const),
    kind: fc.constantFrom('consultation' as const, 'complaint' as const),
  }),
  fc.record({ type: fc.constant('contact' as const), field: fc.constantFrom(...keysOf(contactLimits)), text: anyText }),
  fc.record({
    type: fc.constant('contactChoice' as const),
    choices: fc.record(
      {
        channel: fc.constantFrom(...contactChannels),
        anonymous: fc.boolean(),
        question: fc.option(fc.constantFrom(...consultationTopics)),
        item: fc.option(fc.constant({ id: 'T0001', code: null, name: '公共场所卫生许可（新办）' })),
        written: fc.boolean(),
        type: fc.constantFrom(...complaintTypes),
        grievance: fc.option(fc.constantFrom(...complaintTopics)),
        subjectKind: fc.constantFrom(...subjectKinds),
        subjectCase: fc.option(fc.constant(secondCaseId)),
        confidential: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  }),
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
  fc.record({
    type: fc.constant('representativeChoice' as const),
    choices: fc.record(
      {
        agentRelation: fc.option(fc.constantFrom(...agentRelations)),
        authorityKind: fc.option(fc.constantFrom(...authorityKinds)),
        originalSeen: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
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
  fc.record({ type: fc.constant('instant' as const), field: fc.constantFrom(...keysOf(instantLimits)), text: anyText }),
  fc.record({
    type: fc.constant('instantChoice' as const),
    choices: fc.record({ method: fc.constantFrom(...paymentMethods), feeBasis: fc.constantFrom(...feeBasisKinds) }),
  }),
  fc.record({ type: fc.constant('answerSimilar' as const), id: fc.constantFrom(firstCaseId, secondCaseId) }),
)

export const editsArbitrary = fc.array(editArbitrary, { maxLength: 30 })
