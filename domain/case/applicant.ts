import type { PlainDate } from '../plain-date.ts'

/** Who asks. The window's own four classes; GB/T 39046 table A.4 is mapped from them on export. */
export const applicantKinds = ['person', 'sole_trader', 'enterprise', 'organization'] as const
export type ApplicantKind = (typeof applicantKinds)[number]

/**
 * Column of the annual disclosure report (国办公开办函〔2021〕30号, table 3). It cannot be reconstructed later, so it is
 * asked at registration. `natural` is the only value for a natural person.
 */
export const reportCategories = ['natural', 'business', 'research', 'charity', 'legal_service', 'other'] as const
export type ReportCategory = (typeof reportCategories)[number]

/** Kinds of identity document a window meets (GA/T 2000.156, shortened to those that a hall sees). */
export const idTypes = [
  'resident_id',
  'hmt_residence',
  'foreign_residence',
  'hk_macao_permit',
  'taiwan_permit',
  'passport',
  'uscc',
  'other',
] as const
export type IdType = (typeof idTypes)[number]

/**
 * The applicant as he was on the day of the case: a snapshot, never a link, so that a later change of address does not
 * rewrite an old case. Strings are trimmed; `null` = not given.
 */
export interface Applicant {
  readonly kind: ApplicantKind
  /** Required for disclosure requests, null for service requests. */
  readonly reportCategory: ReportCategory | null
  readonly name: string
  readonly idType: IdType
  /** Normalised (half width, upper-case X). Null only together with `idException`, or where nobody asks for it (consultation, complaint). */
  readonly idNumber: string | null
  /** Why the number is missing or does not validate, in the clerk's words: a legal exception is never blocked, it is recorded. */
  readonly idException: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly postcode: string | null
  /** Operator, legal representative or contact of a non-person. */
  readonly contactName: string | null
  readonly contactIdNumber: string | null
  /** Village that he lives in, as its agent's device knows it; absent = not asked. */
  readonly village?: string
}

/** Somebody who asks or complains and gives no name: the empty name, which no other case can have. A telephone may be left. */
export const anonymousApplicant = (phone: string | null = null): Applicant => ({
  kind: 'person',
  reportCategory: null,
  name: '',
  idType: 'other',
  idNumber: null,
  idException: null,
  phone,
  address: null,
  postcode: null,
  contactName: null,
  contactIdNumber: null,
})

export const isAnonymous = ({ name }: Pick<Applicant, 'name'>): boolean => name === ''

/** What an agent is to whom he acts for. */
export const agentRelations = ['relative', 'staff', 'village_agent', 'lawyer', 'other'] as const
export type AgentRelation = (typeof agentRelations)[number]

/** 一般授权, 特别授权: the latter lets him dispose of the applicant's rights, as by withdrawing the request. */
export const authorityKinds = ['general', 'special'] as const
export type AuthorityKind = (typeof authorityKinds)[number]

/** Who acts for the applicant (民法典 art. 165: the mandate states agent, matter, authority and term). */
export interface Representative {
  readonly name: string
  readonly idType: IdType
  readonly idNumber: string | null
  readonly idException: string | null
  readonly phone: string | null
  readonly authority: string
  readonly validUntil: PlainDate | null
  /** Absent = not asked, here and below: older cases have none of them. */
  readonly agentRelation?: AgentRelation
  readonly authorityKind?: AuthorityKind
  /** 代理事项 as the mandate names them. */
  readonly matters?: string
  /** First day; absent = from when it was given. */
  readonly validFrom?: PlainDate
  /** The original was held against the copy on file. */
  readonly originalSeen?: true
}
