import type { Refusal, RefusalCode } from '../../../../domain/case/refusal.ts'

/** What is wrong with an act on a request, and what to do; `{due}` and so on stand for what the refusal carries. */
const sentences: Readonly<Partial<Record<RefusalCode, string>>> = {
  not_allowed_in_state: '办件现在的状态不能这样办理',
  role_not_permitted: '这个岗位不能办理这一步',
  stale: '办件刚刚有了新的变化，请看过最新内容后再办理',
  time_not_run_out: '期限还没有届满，期满（{until}）之后才能这样办理',
  already_claimed: '已有人在办理；请先退回公开机构再转交',
  correction_notice_given: '补正只能一次性告知，已经告知过；请按现有内容答复',
  correction_notice_late: '补正告知应在 {due} 前作出，现已超过；请按现有内容办理并答复',
  reason_asked: '已经要求申请人说明过理由',
  receipt_not_recorded: '还没有登记对方收到文书的日期，期限无从计算；请先登记',
  pause_too_long: '扣除的时间最晚到 {until}，请核对日期',
  consultation_unknown: '没有这份征求意见，或者已经登记过答复',
  not_in_regulation: '收到申请时施行的条例没有这一步',
  extension_given: '期限只能延长一次，已经延长过',
  extension_late: '延长应在 {due} 届满前批准，现已届满；请尽快答复',
  extension_too_long: '延长不能超过 {max} 个工作日',
  fee_already_charged: '已经发出过收费通知',
  fee_not_due: '没有超出免费的数量，不收取信息处理费',
  fee_both_tariffs: '按件和按量只能选一种，不得重复计算',
  fee_not_by_tariff: '金额与标准不符，按标准应为 {fen} 分',
  outcome_not_open: '不具备作出这种答复的条件，请先办理前面的步骤',
  third_party_objects: '第三方有合理理由不同意公开；应不予公开，或者先作出为公共利益公开的决定并告知第三方',
  coordination_open: '“{organ}”还没有答复协办函',
  review_missing: '保密审查和法制审核都登记后才能通过',
  spot_only_granted: '只有予以公开的可以当场答复；其他答复须经审核和签发',
  delivery_proof_missing: '缺少送达凭证，不能办结；请先登记凭证',
  not_disclosable: '不予公开的信息不能转为主动公开',
}

/** Null for a code without a sentence. */
export const actRefusalSentence = ({ code, params }: Pick<Refusal, 'code' | 'params'>): string | null =>
  sentences[code]?.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')).replace('（）', '') ?? null
