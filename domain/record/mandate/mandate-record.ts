import type { Applicant, Representative } from '../../case/applicant.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { RecordCommon } from '../record-common.ts'

/** peers.md 5.3. */
export const mandateStates = [
  'drafted', // 待签署
  'signed', // 已签署
  'active', // 有效
  'expired', // 期满
  'revoked', // 已撤销
  'used_up', // 已办结
] as const
export type MandateState = (typeof mandateStates)[number]

/** What an agent may be given leave to do (权限). */
export const mandateDeeds = [
  'submit', // 提交申请
  'supplement', // 补正材料
  'sign_receipts', // 签收文书
  'pay', // 缴费
  'collect', // 领取结果
  'withdraw', // 撤回申请
] as const
export type MandateDeed = (typeof mandateDeeds)[number]

export interface MandateItem {
  /** 实施编码; null = the item has none yet, its name counts. */
  readonly code: string | null
  readonly name: string
}

/** 代理事项: named items, or a description that leaves the item open. */
export type MandateScope =
  | { readonly kind: 'items'; readonly items: readonly MandateItem[] }
  | { readonly kind: 'open'; readonly description: string }

/** 民法典 art. 165: agent, matter, authority, term. The authority in words and the last day stand with the representative. */
export interface MandateContent {
  /** The principal (被代理人). */
  readonly applicant: Applicant
  readonly representative: Representative
  /** 代理点 the agent belongs to; null = the resident's own agent. */
  readonly point: string | null
  readonly scope: MandateScope
  readonly deeds: readonly MandateDeed[]
  readonly validFrom: PlainDate
  /** 转委托: the principal consents to a sub-agent beforehand. */
  readonly subAgency: boolean
  /** Longest number of cases; null = as many as the scope covers. */
  readonly maxCases: number | null
}

/** The signed paper, or the strokes on the screen; SHA-256 of the stored file. */
export interface MandateSignature {
  readonly kind: 'scan' | 'on_screen'
  readonly hash: string
}

/** SHA-256 of the scans of both identity documents; null only for a person whose missing document is explained. */
export interface IdScans {
  readonly principal: string | null
  readonly agent: string | null
}

export interface SubAgent {
  readonly representative: Representative
  readonly on: PlainDate
  /** Why it could not wait for the principal (民法典 art. 169(3)); null = he had consented. */
  readonly emergency: string | null
}

export interface MandateUse {
  readonly caseId: string
  readonly deed: MandateDeed
  readonly on: PlainDate
}

export interface MandateRecord extends RecordCommon {
  readonly kind: 'mandate'
  readonly status: MandateState
  readonly content: MandateContent
  readonly draftedOn: PlainDate
  readonly signature: MandateSignature | null
  readonly idScans: IdScans | null
  readonly signedOn: PlainDate | null
  readonly activatedOn: PlainDate | null
  readonly subAgents: readonly SubAgent[]
  readonly uses: readonly MandateUse[]
  /** Taken back, given up, run out or done. */
  readonly ended: { readonly on: PlainDate; readonly reason: string; readonly by: MandateEndedBy | null } | null
}

export const mandateEndedBy = ['principal', 'agent'] as const
export type MandateEndedBy = (typeof mandateEndedBy)[number]
