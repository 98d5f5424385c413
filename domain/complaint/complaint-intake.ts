import type { ContactIntake } from '../contact/contact-intake.ts'

/** What a person wants (regulations of centers; product: 求助 举报 投诉 意见 建议). */
export const complaintTypes = [
  'complaint', // 投诉
  'appeal_help', // 求助
  'tip_off', // 举报
  'petition_hint', // 信访事项: has a way of its own, which is told (as ogi2019:39(1) does for requests)
  'opinion', // 意见
  'suggestion', // 建议
] as const
export type ComplaintType = (typeof complaintTypes)[number]

/** What is complained of; the triggers of supervision have their own (regulations of 广东 and others on 电子监察). */
export const complaintTopics = [
  'attitude', // 服务态度
  'delay', // 超期、拖延
  'refusal', // 拒绝受理、不说明理由
  'repeated_visits', // 多次往返、告知不清
  'fee', // 违规收费
  'conduct', // 廉洁纪律
  'result', // 对办理结果不服
  'disclosure', // 政府信息公开
  'facilities', // 场所设施、网上平台
  'other',
] as const
export type ComplaintTopic = (typeof complaintTopics)[number]

/** Whom or what it is about. `none` = nobody in particular: an opinion, a call for help. */
export type ComplaintSubject =
  | { readonly kind: 'case'; readonly caseId: string; readonly caseNo: string }
  | { readonly kind: 'organ'; readonly organ: string }
  | { readonly kind: 'window'; readonly deviceNo: string; readonly name: string }
  | {
      readonly kind: 'person'
      /** Null = known by name or number plate of the window only. */
      readonly staffId: string | null
      readonly name: string
      readonly organ: string | null
    }
  | { readonly kind: 'none' }

export interface ComplaintIntake extends ContactIntake {
  readonly type: ComplaintType
  readonly topic: ComplaintTopic
  readonly subject: ComplaintSubject
  /** 诉求. */
  readonly wanted: string | null
  /** The person's name is kept from whoever need not know it: lists and search leave it out. */
  readonly confidential: boolean
}
