import type { ApplicantKind, IdType, ReportCategory } from '../../../domain/case/applicant.ts'
import type { LetterKind } from '../../../domain/case/case-act.ts'
import type { CaseKind, CaseStatus } from '../../../domain/case/case-state.ts'
import type { Role } from '../../../domain/case/role.ts'
import type { PauseReason, RestartReason } from '../../../domain/clock/clock-facts.ts'
import type { LegalTimeState } from '../../../domain/clock/legal-time-state.ts'
import type { DisclosureChannel, SupplyForm, SupplyWay } from '../../../domain/disclosure/disclosure-intake.ts'
import type { LawCode } from '../../../domain/law/article.ts'
import type { MaterialState, Pickup, RefusalGround } from '../../../domain/service/service-intake.ts'
import type { Handling, MaterialForm } from '../../../domain/service/service-item.ts'

/** The law's own words for what the domain names in English; every union of the domain has its line or does not compile. */
export const terms = {
  caseKind: { service: '政务服务', disclosure: '依申请公开' } satisfies Record<CaseKind, string>,
  status: {
    correction_wait: '待补正',
    accepted: '已受理',
    refused: '不予受理',
    awaiting_confirm: '待确认收件',
    received: '已收件',
  } satisfies Record<CaseStatus, string>,
  legalTime: {
    not_started: '未起算',
    paused: '暂停',
    within: '期限内',
    warning: '预警',
    due_today: '今日到期',
    overdue_promised: '黄牌',
    overdue_statutory: '红牌',
    done: '已办结',
  } satisfies Record<LegalTimeState, string>,
  /** A case that is under way and has no limit at all. */
  noLimit: '无期限',
  /** By operation kind, `service.accept` and so on. */
  operation: {
    service: { accept: '受理', notice: '一次性告知', refuse: '不予受理', supply: '补齐材料并受理' },
    disclosure: { register: '登记收件', confirm: '确认收件' },
    letter: { print: '打印文书' },
  },
  letter: {
    service_receipt: '收取申请材料凭证',
    service_acceptance: '受理通知书',
    service_once_only_notice: '一次性告知书',
    service_refusal: '不予受理通知书',
    disclosure_receipt: '登记回执',
  } satisfies Record<LetterKind, string>,
  role: {
    clerk: '窗口人员',
    reviewer: '审批人员',
    disclosure_officer: '信息公开人员',
    supervisor: '督查人员',
    administrator: '管理员',
  } satisfies Record<Role, string>,
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
  channel: {
    in_person: '当面提交',
    oral: '口头提出',
    registered_post: '签收邮寄',
    ordinary_mail: '平常信函',
    online: '网络提交',
    fax: '传真',
  } satisfies Record<DisclosureChannel, string>,
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
  materialState: { collected: '已收', missing: '缺', tolerated: '容缺' } satisfies Record<MaterialState, string>,
  materialForm: {
    original: '原件',
    copy: '复印件',
    original_and_copy: '原件和复印件',
    electronic: '电子件',
    unspecified: '未注明',
  } satisfies Record<MaterialForm, string>,
  handling: { instant: '即办件', committed: '承诺件', other: '其他' } satisfies Record<Handling, string>,
  refusalGround: {
    no_licence_needed: '依法不需要取得行政许可',
    not_this_organ: '依法不属于本机关职权范围',
    not_eligible: '申请人不具备申请资格',
  } satisfies Record<RefusalGround, string>,
  pause: {
    third_party: '征求第三方意见',
    other_organ: '征求其他机关意见',
    awaiting_correction: '等待补正',
    hearing: '听证',
    tender: '招标',
    auction: '拍卖',
    inspection: '检验',
    testing: '检测',
    quarantine: '检疫',
    appraisal: '鉴定',
    expert_review: '专家评审',
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
    licensing: '行政许可法',
    civilCode: '民法典',
    civilProcedure: '民事诉讼法',
    holidays: '全国年节及纪念日放假办法',
    workingHours: '国务院关于职工工作时间的规定',
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
