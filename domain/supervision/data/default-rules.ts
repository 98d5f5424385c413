import { plainDate } from '../../plain-date.ts'
import type { SupervisionRule } from '../rule.ts'

const first = { version: 1, from: plainDate('2008-05-01') } as const

/**
 * The table a center starts with. No national thresholds exist: these follow local practice (1 working day before, 90 %, yellow past the
 * promise, red past the law) and a center replaces them by versions of its own.
 */
export const defaultRules: readonly SupervisionRule[] = [
  { ...first, id: 'JC-01', level: 'notice', trigger: { kind: 'days_left', days: 1 }, article: null },
  { ...first, id: 'JC-02', level: 'warning', trigger: { kind: 'elapsed', percent: 90 }, article: null },
  { ...first, id: 'JC-03', level: 'yellow', trigger: { kind: 'promise_passed' }, article: null },
  { ...first, id: 'JC-04', level: 'yellow', trigger: { kind: 'owed_late', what: 'step' }, article: null },
  { ...first, id: 'JC-05', level: 'red', trigger: { kind: 'statutory_passed' }, article: null },
  { ...first, id: 'JC-06', level: 'red', trigger: { kind: 'unlawful_charge' }, article: 'licensing:58(1)' },
  { ...first, id: 'JC-07', level: 'red', trigger: { kind: 'refused_without_reasons' }, article: 'licensing:38(2)' },
  {
    ...first,
    id: 'JC-08',
    level: 'yellow',
    trigger: { kind: 'owed_late', what: 'once_only_notice' },
    article: 'licensing:32(1)(4)',
  },
  {
    ...first,
    id: 'JC-09',
    level: 'yellow',
    trigger: { kind: 'owed_late', what: 'correction_notice' },
    article: 'ogi2019:30',
  },
  {
    ...first,
    id: 'JC-10',
    level: 'red',
    trigger: { kind: 'owed_late', what: 'result_delivery' },
    article: 'licensing:44',
  },
  { ...first, id: 'JC-11', level: 'red', trigger: { kind: 'owed_late', what: 'publication' }, article: 'ogi2019:26' },
  {
    ...first,
    id: 'JC-12',
    level: 'yellow',
    trigger: { kind: 'owed_late', what: 'complaint_acceptance' },
    article: null,
  },
  { ...first, id: 'JC-13', level: 'yellow', trigger: { kind: 'owed_late', what: 'complaint_answer' }, article: null },
  {
    ...first,
    id: 'JC-14',
    level: 'warning',
    trigger: { kind: 'owed_late', what: 'tolerated_material' },
    article: null,
  },
  { ...first, id: 'JC-15', level: 'yellow', trigger: { kind: 'owed_late', what: 'forwarding' }, article: null },
  { ...first, id: 'JC-16', level: 'yellow', trigger: { kind: 'owed_late', what: 'task_answer' }, article: null },
  {
    ...first,
    id: 'JC-17',
    level: 'yellow',
    trigger: { kind: 'owed_late', what: 'special_procedure' },
    article: 'licensing:45',
  },
  { ...first, id: 'JC-18', level: 'yellow', trigger: { kind: 'owed_late', what: 'publication_review' }, article: null },
  {
    ...first,
    id: 'JC-19',
    level: 'warning',
    trigger: { kind: 'owed_late', what: 'determination' },
    article: 'ogi2019:17(3)',
  },
  {
    ...first,
    id: 'JC-20',
    level: 'yellow',
    trigger: { kind: 'owed_late', what: 'reevaluation' },
    article: 'ogi2019:18',
  },
  { ...first, id: 'JC-21', level: 'yellow', trigger: { kind: 'owed_late', what: 'interpretation' }, article: null },
  {
    ...first,
    id: 'JC-22',
    level: 'warning',
    trigger: { kind: 'owed_late', what: 'deposit' },
    article: 'ogi2019:25(3)',
  },
  {
    ...first,
    id: 'JC-23',
    level: 'red',
    trigger: { kind: 'owed_late', what: 'takedown' },
    article: 'penaltyPublication:11',
  },
  {
    ...first,
    id: 'JC-24',
    level: 'red',
    trigger: { kind: 'owed_late', what: 'publication_end' },
    article: 'penaltyPublication:13(1)',
  },
  {
    ...first,
    id: 'JC-25',
    level: 'warning',
    trigger: { kind: 'owed_late', what: 'column_update' },
    article: 'ogi2019:53(2)',
  },
  {
    ...first,
    id: 'JC-26',
    level: 'red',
    trigger: { kind: 'owed_late', what: 'enforcement_publication' },
    article: 'penaltyPublication:9',
  },
  {
    ...first,
    id: 'JC-27',
    level: 'yellow',
    trigger: { kind: 'owed_late', what: 'monthly_enforcement' },
    article: null,
  },
  { ...first, id: 'JC-28', level: 'notice', trigger: { kind: 'owed_late', what: 'wait_over' }, article: null },
  {
    ...first,
    id: 'JC-29',
    level: 'notice',
    trigger: { kind: 'owed_late', what: 'confirmation' },
    article: 'ogi2019:31',
  },
]
