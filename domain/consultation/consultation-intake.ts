import type { ContactIntake } from '../contact/contact-intake.ts'

/** What a question is about. */
export const consultationTopics = [
  'conditions', // 受理条件
  'materials', // 申请材料
  'procedure', // 办理流程
  'time_limit', // 办理时限
  'fee', // 收费
  'progress', // 办件进度
  'place', // 地点和时间
  'policy', // 政策
  'disclosure', // 政府信息公开
  'other',
] as const
export type ConsultationTopic = (typeof consultationTopics)[number]

/** The item as it was when it was asked about. */
export interface AskedItem {
  readonly id: string
  readonly code: string | null
  readonly name: string
}

export interface ConsultationIntake extends ContactIntake {
  readonly topic: ConsultationTopic
  readonly item: AskedItem | null
  /** Organ whose business it is, where it is known. */
  readonly organ: string | null
}
