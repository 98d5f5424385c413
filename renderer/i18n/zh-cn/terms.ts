import { caseWords } from '../../../contract/words/case-words.ts'
import type { ConsultationTopic } from '../../../domain/consultation/consultation-intake.ts'
import type { ReplyHandover } from '../../../domain/consultation/consultation-act.ts'
import type { ComplaintTopic } from '../../../domain/complaint/complaint-intake.ts'
import type {
  RefusalGround as ComplaintGround,
  Finding,
  Satisfaction,
} from '../../../domain/complaint/complaint-state.ts'
import type { Role } from '../../../domain/case/role.ts'
import type { PauseReason, RestartReason } from '../../../domain/clock/clock-facts.ts'
import type { DisclosureChannel } from '../../../domain/disclosure/disclosure-intake.ts'
import type { LawCode } from '../../../domain/law/article.ts'
import type { MaterialState, RefusalGround } from '../../../domain/service/service-intake.ts'
import type { RevocationGround, TerminationGround } from '../../../domain/service/decision.ts'
import type { PartResult } from '../../../domain/bundle/bundle-intake.ts'
import type { DeliveryWay, ProofKind } from '../../../domain/service/delivery.ts'
import type { PaymentMethod } from '../../../domain/service/service-fee.ts'
import { letterWords } from '../../../domain/letters/adapt/letter-words.ts'
import { complaintKinds } from '../../../domain/letters/facts/contact-facts.ts'
import { materialForms } from '../../../domain/letters/facts/service-facts.ts'
import { letterNames } from '../../../domain/letters/letter-names.ts'
import { operationTerms } from './operation-terms.ts'

/** The law's own words for what the domain names in English; every union of the domain has its line or does not compile. */
export const terms = {
  caseKind: caseWords.kind,
  status: caseWords.status,
  legalTime: caseWords.legalTime,
  noLimit: caseWords.noLimit,
  /** By operation kind, `service.accept` and so on. */
  operation: operationTerms,
  letter: letterNames,
  role: {
    clerk: '窗口人员',
    agent: '代理员',
    reviewer: '审批人员',
    disclosure_officer: '信息公开人员',
    head: '负责人',
    supervisor: '督查人员',
    administrator: '管理员',
  } satisfies Record<Role, string>,
  applicantKind: letterWords.applicantKind,
  reportCategory: letterWords.reportCategory,
  idType: letterWords.idType,
  agentRelation: letterWords.agentRelation,
  authorityKind: letterWords.authorityKind,
  channel: {
    in_person: '当面提交',
    oral: '口头提出',
    registered_post: '签收邮寄',
    ordinary_mail: '平常信函',
    online: '网络提交',
    fax: '传真',
  } satisfies Record<DisclosureChannel, string>,
  contactChannel: letterWords.contactChannel,
  consultationTopic: {
    conditions: '受理条件',
    materials: '申请材料',
    procedure: '办理流程',
    time_limit: '办理时限',
    fee: '收费',
    progress: '办件进度',
    place: '办理地点和时间',
    policy: '政策',
    disclosure: '政府信息公开',
    other: '其他',
  } satisfies Record<ConsultationTopic, string>,
  complaintType: complaintKinds,
  complaintTopic: {
    attitude: '服务态度',
    delay: '超期拖延',
    refusal: '拒绝受理或者不说明理由',
    repeated_visits: '告知不清、多次往返',
    fee: '违规收费',
    conduct: '廉洁纪律',
    result: '不服办理结果',
    disclosure: '政府信息公开',
    facilities: '场所设施和网上平台',
    other: '其他',
  } satisfies Record<ComplaintTopic, string>,
  complaintGround: {
    not_this_organ: '不属于本机关职责',
    in_review_or_court: '已进入复议、诉讼或者仲裁',
    petition: '属于信访事项',
    handled_already: '已作出处理，没有新的事实和理由',
    no_facts: '没有具体的对象和事实',
  } satisfies Record<ComplaintGround, string>,
  finding: {
    substantiated: '属实',
    partly: '部分属实',
    unsubstantiated: '不属实',
    not_applicable: '不涉及属实与否',
  } satisfies Record<Finding, string>,
  satisfaction: {
    very_satisfied: '非常满意',
    satisfied: '满意',
    fairly: '基本满意',
    dissatisfied: '不满意',
    very_dissatisfied: '非常不满意',
  } satisfies Record<Satisfaction, string>,
  replyHandover: {
    in_person: '当面交付',
    post: '邮寄',
    electronic: '电子送达',
  } satisfies Record<ReplyHandover, string>,
  /** Where a list or a page has no name to show. */
  nameless: caseWords.nameless,
  supplyForm: letterWords.supplyForm,
  supplyWay: letterWords.supplyWay,
  pickup: letterWords.pickup,
  materialState: { collected: '已收', missing: '缺', tolerated: '容缺' } satisfies Record<MaterialState, string>,
  materialForm: materialForms,
  handling: letterWords.handling,
  partResult: {
    approved: '准予',
    denied: '不予许可',
    refused: '不予受理',
    withdrawn: '已撤回',
    terminated: '已终止',
  } satisfies Record<PartResult, string>,
  deliveryWay: {
    window: '窗口领取',
    post: '邮政寄递',
    locker: '自助取件柜',
    representative: '代理人领取',
    agent: '代办员送达',
    electronic: '电子送达',
  } satisfies Record<DeliveryWay, string>,
  deliveryProof: {
    signature: '领取人签收',
    postal_receipt: '邮政回执',
    locker: '取件柜领取记录',
    electronic: '电子送达记录',
    left: '留置送达',
    public_notice: '公告送达',
  } satisfies Record<ProofKind, string>,
  terminationGround: {
    not_supplied: '逾期未补正',
    applicant_gone: '申请人死亡或者终止',
    matter_moot: '申请事项已无办理必要',
    not_cooperating: '挂起期满仍不配合',
    false_materials: '隐瞒有关情况或者提供虚假材料',
    other: '其他',
  } satisfies Record<TerminationGround, string>,
  revocationGround: {
    abuse: '滥用职权、玩忽职守作出决定',
    beyond_powers: '超越法定职权作出决定',
    procedure: '违反法定程序作出决定',
    not_eligible: '申请人不具备申请资格或者不符合法定条件',
    other_lawful: '依法可以撤销的其他情形',
    fraud: '以欺骗、贿赂等不正当手段取得',
  } satisfies Record<RevocationGround, string>,
  paymentMethod: {
    cash: '现金',
    card: '刷卡',
    online: '网上支付',
    transfer: '转账',
    cheque: '支票',
  } satisfies Record<PaymentMethod, string>,
  refusalGround: {
    no_licence_needed: '依法不需要取得行政许可',
    not_this_organ: '依法不属于本机关职权范围',
    not_eligible: '申请人不具备申请资格',
  } satisfies Record<RefusalGround, string>,
  pause: {
    third_party: '征求第三方意见',
    other_organ: '征求其他机关意见',
    awaiting_correction: '等待补正',
    awaiting_fee: '等待缴费',
    hearing: '听证',
    tender: '招标',
    auction: '拍卖',
    inspection: '检验',
    testing: '检测',
    quarantine: '检疫',
    appraisal: '鉴定',
    expert_review: '专家评审',
    applicant_cause: '因申请人原因挂起',
    unspecified: '未注明事由',
  } satisfies Record<PauseReason, string>,
  restart: {
    correction_received: '收到补正',
    fee_paid: '缴清信息处理费',
    unspecified: '未注明事由',
  } satisfies Record<RestartReason, string>,
  law: {
    ogi2008: '政府信息公开条例（2008年施行）',
    ogi2019: '政府信息公开条例',
    ogiFee: '政府信息公开信息处理费管理办法',
    licensing: '行政许可法',
    civilCode: '民法典',
    civilProcedure: '民事诉讼法',
    holidays: '全国年节及纪念日放假办法',
    reconsideration: '行政复议法',
    reconsideration1999: '行政复议法（1999年）',
    litigation: '行政诉讼法',
    litigation1989: '行政诉讼法（1989年）',
    workingHours: '国务院关于职工工作时间的规定',
    secrecyRegulation: '保守国家秘密法实施条例',
    penaltyPublication: '市场监督管理行政处罚信息公示规定',
  } satisfies Record<LawCode, string>,
  article: {
    number: '第{{n}}条',
    paragraph: '第{{n}}款',
    item: '第{{n}}项',
    cite: '{{law}}{{place}}',
    join: '、',
    digits: '零一二三四五六七八九',
    ten: '十',
    hundred: '百',
    thousand: '千',
  },
} as const
