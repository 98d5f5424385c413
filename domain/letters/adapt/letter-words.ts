import type { AgentRelation, ApplicantKind, AuthorityKind, IdType, ReportCategory } from '../../case/applicant.ts'
import type { ContactChannel } from '../../contact/contact-intake.ts'
import type { SupplyForm, SupplyWay } from '../../disclosure/disclosure-intake.ts'
import type { ReviewKind } from '../../disclosure/disclosure-state.ts'
import type { Outcome } from '../../report/outcome.ts'
import type { DeliveryWay } from '../../service/delivery.ts'
import type { PaymentMethod } from '../../service/service-fee.ts'
import type { Handling } from '../../service/service-item.ts'
import type { Pickup } from '../../service/service-intake.ts'

/** Words of letters for what is one of a few; the same as on the screens where both show it. */
export const letterWords = {
  applicantKind: {
    person: '自然人',
    sole_trader: '个体工商户',
    enterprise: '企业',
    organization: '其他组织',
  } satisfies Record<ApplicantKind, string>,
  reportCategory: {
    natural: '自然人',
    business: '商业企业',
    research: '科研机构',
    charity: '社会公益组织',
    legal_service: '法律服务机构',
    other: '其他',
  } satisfies Record<ReportCategory, string>,
  idType: {
    resident_id: '居民身份证',
    hmt_residence: '港澳台居民居住证',
    foreign_residence: '外国人永久居留身份证',
    hk_macao_permit: '港澳居民来往内地通行证',
    taiwan_permit: '台湾居民来往大陆通行证',
    passport: '护照',
    uscc: '统一社会信用代码',
    other: '其他证件',
  } satisfies Record<IdType, string>,
  agentRelation: {
    relative: '近亲属',
    staff: '工作人员',
    village_agent: '村（居）代办员',
    lawyer: '律师',
    other: '其他',
  } satisfies Record<AgentRelation, string>,
  authorityKind: { general: '一般授权', special: '特别授权' } satisfies Record<AuthorityKind, string>,
  supplyForm: {
    paper: '纸质',
    electronic: '电子文档',
    disc: '光盘',
    read_on_site: '现场查阅',
  } satisfies Record<SupplyForm, string>,
  supplyWay: {
    pickup: '自行领取',
    post: '邮寄',
    email: '电子邮件',
    fax: '传真',
    read_on_site: '现场查阅',
  } satisfies Record<SupplyWay, string>,
  pickup: {
    window: '窗口自取',
    post: '邮寄',
    electronic: '电子送达',
    representative: '代理人代领',
  } satisfies Record<Pickup, string>,
  contactChannel: {
    window: '窗口',
    phone: '电话',
    online: '网络',
    mail: '来信',
    box: '意见箱',
    other: '其他',
  } satisfies Record<ContactChannel, string>,
  handling: { instant: '即办件', committed: '承诺件', other: '其他' } satisfies Record<Handling, string>,
} as const

/** Words that only letters have. */
export const onlyInLetters = {
  delivery: {
    window: '窗口直接送达',
    post: '邮寄送达',
    locker: '自助柜领取',
    representative: '代理人代领',
    agent: '代理员代领',
    electronic: '电子送达',
  } satisfies Record<DeliveryWay, string>,
  payment: {
    cash: '现金',
    card: '刷卡',
    online: '网上缴纳',
    transfer: '转账',
    cheque: '支票',
  } satisfies Record<PaymentMethod, string>,
  review: { secrecy: '保密审查', legal: '法制审查' } satisfies Record<ReviewKind, string>,
  outcome: {
    granted: '予以公开',
    partial: '部分公开',
    deny_secret: '不予公开：属于国家秘密',
    deny_law: '不予公开：其他法律、行政法规禁止公开',
    deny_safety: '不予公开：危及“三安全一稳定”',
    deny_third: '不予公开：保护第三方合法权益',
    deny_internal: '不予公开：属于三类内部事务信息',
    deny_process: '不予公开：属于四类过程性信息',
    deny_case: '不予公开：属于行政执法案卷',
    deny_query: '不予公开：属于行政查询事项',
    unable_none: '无法提供：本机关不掌握相关政府信息',
    unable_make: '无法提供：没有现成信息需要另行制作',
    unable_unclear: '无法提供：补正后申请内容仍不明确',
    not_petition: '不予处理：信访举报投诉类申请',
    not_repeat: '不予处理：重复申请',
    not_publication: '不予处理：要求提供公开出版物',
    not_massive: '不予处理：无正当理由大量反复申请',
    not_confirm: '不予处理：要求行政机关确认或者重新出具已获取信息',
    other_no_correction: '其他处理：无正当理由逾期不补正',
    other_no_fee: '其他处理：逾期未按收费通知要求缴纳费用',
    other_other: '其他处理',
  } satisfies Record<Outcome, string>,
} as const
