/**
 * The official letters and slips. `mark` is the word of its number series (受〔2026〕…号); null = a slip that carries the case number
 * only. One series per letter, so that every number says what it is.
 */
export const letterSeries = {
  // Service requests (行政许可法; GB/T 39046 tables 6–8)
  service_receipt: null, // 收取申请材料凭证
  service_acceptance: null, // 受理通知书
  service_once_only_notice: null, // 一次性告知书
  service_refusal: null, // 不予受理通知书
  service_supply_receipt: null, // 补正材料接收凭证
  service_tolerance_commitment: null, // 容缺受理承诺书
  service_extension_notice: '延告', // 延长审批期限告知书 (42)
  service_special_procedure_notice: '特告', // 特别程序所需时间告知书 (45)
  service_hearing_notice: '听告', // 听证告知书 (46–48)
  service_suspension_notice: '中止', // 中止办理通知书
  service_inspection_record: '勘', // 现场核查记录 (34)
  service_approval_form: null, // 内部审批表
  service_approval: '准', // 准予决定书
  service_denial: '不准', // 不予许可决定书 (38)
  service_revocation: '撤', // 撤销决定书 (69)
  service_withdrawal: '撤回', // 撤回申请确认书
  service_termination: '终止', // 终止办理通知书
  service_fee_notice: '缴', // 缴费通知单
  service_settlement: '结', // 一次性收费结算单
  service_result_slip: null, // 办理结果领取单
  proof_of_service: '送', // 送达回证
  material_handover: null, // 材料交接单
  bundle_receipt: null, // 联办(一件事)收件凭证
  guide_booklet: null, // 办事指南
  // Disclosure requests (条例 2019; regulations.md 1.6)
  disclosure_receipt: null, // 登记回执
  disclosure_request_form: null, // 申请表(代为填写)
  disclosure_registration: null, // 申请登记表
  disclosure_correction_notice: '公补', // 补正告知书 (30)
  disclosure_reason_notice: '公理', // 说明理由告知书 (35)
  disclosure_delay_notice: '公迟', // 合理延迟答复告知书 (35)
  disclosure_extension_notice: '公延', // 延期答复告知书 (33)
  disclosure_third_party_letter: '公征', // 征求意见书(第三方) (32)
  disclosure_third_party_form: null, // 征求意见确认函
  disclosure_third_party_notice: '公征告', // 征求意见告知书(申请人)
  disclosure_third_party_override: '公决告', // 依申请公开告知书(第三方) (32)
  disclosure_co_producer_letter: '公协征', // 征求意见书(共同制作机关) (34)
  disclosure_coordination_letter: '公协', // 协办函 (首问负责)
  disclosure_fee_notice: '公费', // 信息处理费收费通知书
  disclosure_transfer_notice: '公转', // 转办告知书
  disclosure_review_form: null, // 审查呈批单 (17)
  disclosure_reply_granted: '公复', // 公开告知书 (36(1)–(2))
  disclosure_reply_partial: '公部', // 部分公开告知书 (37)
  disclosure_reply_denied: '公不', // 不予公开告知书 (36(3))
  disclosure_reply_unable: '公无', // 无法提供告知书 (36(4)–(5), 38)
  disclosure_reply_not_processed: '公不处', // 不予处理告知书 (35, 36(6), 39)
  disclosure_reply_lapsed: '公止', // 不再处理告知书 (30; 109号)
  disclosure_correction_reply: '公更', // 更正告知书 (41)
  // Consultation and complaint
  consultation_reply: '咨复', // 咨询答复
  complaint_receipt: '诉受', // 投诉受理告知书
  complaint_refusal: '诉不受', // 不予受理告知书
  complaint_reply: '诉复', // 投诉处理答复书
  // Supervision and rating
  urge_slip: '催', // 催办单
  supervision_order: '督', // 督办单
  supervision_recommendation: '监建', // 监察建议书
  rating_form: null, // 服务评议表
  rectification_notice: '整', // 差评整改通知书
  // Agency and proactive disclosure
  mandate: '委', // 委托书
  agency_handover: '代交', // 代理交接单
  deposit_list: '公送', // 主动公开政府信息移送明细表
} as const satisfies Readonly<Record<string, string | null>>

/** Addressed to whoever asked or complained: somebody without a name gets none. */
export const lettersToApplicant: readonly LetterKind[] = [
  'consultation_reply',
  'complaint_receipt',
  'complaint_refusal',
  'complaint_reply',
]

export type LetterKind = keyof typeof letterSeries

// The keys of a constant record are its type's keys.
export const letterKinds = Object.keys(letterSeries) as readonly LetterKind[] as readonly [LetterKind, ...LetterKind[]]

/** Letters that somebody else than the applicant gets, or nobody outside the house: they invite no one to look up the case. */
const notForApplicants: ReadonlySet<LetterKind> = new Set([
  'service_inspection_record',
  'service_approval_form',
  'material_handover',
  'disclosure_registration',
  'disclosure_review_form',
  'disclosure_third_party_letter',
  'disclosure_third_party_form',
  'disclosure_third_party_override',
  'disclosure_co_producer_letter',
  'disclosure_coordination_letter',
  'urge_slip',
])

export const isForApplicant = (letter: LetterKind): boolean => !notForApplicants.has(letter)
