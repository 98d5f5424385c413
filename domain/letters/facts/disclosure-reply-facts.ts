import { choice, date, flag, list, maybe, money, text } from '../fact-types.ts'
import { disclosureFacts } from './disclosure-facts.ts'

/** Why it applies here, one reason a row. */
const reasons = list('理由', { reason: text('理由') })

/** 信息处理费: what was charged for this request and paid; null and false = nothing was (42(1)). */
const processingFee = {
  feeCharged: flag('收取信息处理费'),
  feeAmount: maybe(money('信息处理费')),
  feeNoticeNo: maybe(text('收费通知书文号')),
  feePaidOn: maybe(date('缴费日期')),
  feeReceiptNo: maybe(text('缴费票据号')),
} as const

export const grantedFacts = {
  ...disclosureFacts,
  ...processingFee,
  /** 36(1)(1) already published, 36(1)(2) given, or told where and when. */
  way: choice('公开的情形', { published: '已经主动公开', supplied: '随本告知书提供', told: '告知获取方式' }),
  access: maybe(text('获取的方式、途径和时间')),
  supplyForm: text('提供形式'),
} as const

/** 三、（三）不予公开, and what a part of a reply can be withheld for. */
export const withheldGrounds = {
  deny_secret: '属于依法确定为国家秘密的政府信息',
  deny_law: '属于法律、行政法规禁止公开的政府信息',
  deny_safety: '属于公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息',
  deny_third: '涉及商业秘密、个人隐私，公开会对第三方合法权益造成损害',
  deny_internal: '属于行政机关内部事务信息',
  deny_process: '属于行政机关在履行行政管理职能过程中形成的过程性信息',
  deny_case: '属于行政执法案卷信息',
  deny_query: '属于有关法律、行政法规对信息的获取有特别规定的信息',
} as const

export const partialFacts = {
  ...disclosureFacts,
  ...processingFee,
  access: maybe(text('获取的方式、途径和时间')),
  disclosed: list('予以公开的内容', { what: text('内容'), form: text('提供形式') }),
  withheld: list('不予公开的内容', {
    what: text('内容'),
    ground: choice('不予公开的情形', withheldGrounds),
    reason: text('理由'),
  }),
  /** Something is withheld under arts. 14–16: reconsideration comes first. */
  withheldByLaw: flag('含依据第十四条至第十六条不予公开的内容'),
} as const

export const deniedFacts = {
  ...disclosureFacts,
  ground: choice('不予公开的情形', withheldGrounds),
  reasons,
  /** The rules to follow, of `deny_query`. */
  access: maybe(text('获取的途径')),
} as const

export const unableFacts = {
  ...disclosureFacts,
  ground: choice('无法提供的情形', {
    not_found: '经检索没有所申请公开的信息',
    not_ours: '不属于本机关负责公开',
    make: '需要对现有政府信息进行加工、分析',
    unclear: '补正后申请内容仍不明确',
  }),
  reasons,
  searchRecord: maybe(text('检索情况')),
  competentOrgan: maybe(text('负责公开的机关')),
  competentContact: maybe(text('该机关的联系方式')),
} as const

export const notProcessedFacts = {
  ...disclosureFacts,
  ground: choice('不予处理的情形', {
    petition: '信访、投诉、举报',
    repeat: '重复申请',
    publication: '公开出版物',
    massive: '申请数量、频次明显超过合理范围且理由不合理',
    confirm: '要求确认或者重新出具已获取的信息',
  }),
  reasons,
  earlierCaseNo: maybe(text('已作出答复的办件编号')),
  access: maybe(text('可以使用的渠道、途径')),
} as const

export const lapsedFacts = {
  ...disclosureFacts,
  ground: choice('不再处理的情形', {
    no_correction: '逾期不补正',
    no_fee: '逾期未缴纳信息处理费',
    withdrawn: '申请人撤回申请',
    other: '其他',
  }),
  /** The notice that was not followed. */
  noticeOn: maybe(date('告知日期')),
  noticeNo: maybe(text('告知书文号')),
  dueOn: maybe(date('期限届满')),
  finding: text('认定的情况'),
} as const

export const correctionReplyFacts = {
  ...disclosureFacts,
  result: choice('处理结果', {
    corrected: '予以更正',
    transferred: '转送处理',
    told_where: '告知提出',
    not_verified: '不予更正',
  }),
  finding: text('审核情况'),
  correctedOn: maybe(date('更正日期')),
  competentOrgan: maybe(text('有权更正的机关')),
  competentContact: maybe(text('该机关的联系方式')),
} as const
