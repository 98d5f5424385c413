import { plainDate } from '../../plain-date.ts'
import type { LetterFacts } from '../letter-facts.ts'
import { frame, numbered } from './common.ts'

const contact = {
  ...frame,
  organ: '青岚县政务服务中心',
  caseNo: '990123-20261116-W03-0021',
  addressee: '高远',
  subject: '二手房过户的办理地点和材料',
  arrivedOn: plainDate('2026-11-16'),
  channel: '电话',
} as const

const complaint = {
  ...contact,
  complaintKind: 'complaint',
  subject: '窗口多次要求补充材料',
  content: '11月12日到3号窗口办理食品经营登记，窗口两次要求补充材料，第二次的材料第一次没有说。',
} as const

const watched = {
  ...frame,
  organ: '青岚县政务服务中心',
  party: '青岚县市场监督管理局窗口',
  aboutCase: '990123-20261026-W03-0008　食品经营许可（新办）　欣欣小吃店',
} as const

type Contact =
  | 'consultation_reply'
  | 'complaint_receipt'
  | 'complaint_refusal'
  | 'complaint_reply'
  | 'urge_slip'
  | 'supervision_order'
  | 'supervision_recommendation'
  | 'rating_form'
  | 'rectification_notice'

export const contactSamples = {
  consultation_reply: {
    ...contact,
    ...numbered('咨复'),
    question: '二手房过户在哪里办理，需要带什么材料？',
    answer:
      '在青岚县政务服务中心二楼不动产登记窗口办理，买卖双方到场。\n请携带双方身份证、不动产权证书、买卖合同和契税完税凭证。',
    basis: '《不动产登记暂行条例》；办事指南“国有建设用地使用权及房屋所有权转移登记”',
  },
  complaint_receipt: {
    ...complaint,
    ...numbered('诉受'),
    handler: '青岚县市场监督管理局',
    due: plainDate('2026-12-07'),
  },
  complaint_refusal: {
    ...complaint,
    ...numbered('诉不受'),
    complaintKind: 'tip_off',
    ground: 'in_review_or_court',
    explanation: '反映的事项已由青岚县人民法院受理，尚在审理。',
  },
  complaint_reply: {
    ...complaint,
    ...numbered('诉复'),
    finding: 'substantiated',
    answer: '窗口人员第一次没有出具一次性告知书，违反一次性告知制度。',
    measures: '对窗口人员批评教育，材料当日受理；对窗口全体人员重新培训一次性告知制度。',
  },
  urge_slip: {
    ...watched,
    ...numbered('催'),
    state: '已受理，审查中',
    due: plainDate('2026-11-24'),
    demand: '承诺期限将至，请在期限内作出决定；不能按期作出的，依法办理延长手续并告知申请人。',
    replyBy: plainDate('2026-11-23'),
  },
  supervision_order: {
    ...watched,
    ...numbered('督'),
    level: 'yellow',
    rule: 'S-03 超过承诺期限',
    facts: '该件承诺办结日为2026年11月17日，至今没有作出决定，也没有延长期限的记录。',
    demand: '立即办结，并说明超期的原因。',
    replyBy: plainDate('2026-11-25'),
  },
  supervision_recommendation: {
    ...watched,
    ...numbered('监建'),
    aboutCase: null,
    period: '2026年第三季度',
    facts: '一次性告知不到位3件，超过承诺期限2件，季度考核等次为不合格。',
    suggestions: [
      { suggestion: '对窗口人员进行一次性告知制度培训，并在一个月内复查。' },
      { suggestion: '完善内部审批环节的时限提醒，杜绝环节超期。' },
    ],
    replyBy: plainDate('2026-12-11'),
  },
  rating_form: { ...frame, item: '公共场所卫生许可（新办）', windowName: '3 号窗口' },
  rectification_notice: {
    ...watched,
    ...numbered('整'),
    ratedOn: plainDate('2026-11-16'),
    rating: 'bad',
    opinion: '让我跑了三趟，每次说的都不一样。',
    facts: '经电话回访和调阅记录，情况属实。',
    demand: '向评价人道歉并当面说明；完善窗口一次性告知台账；书面报告整改结果。',
    dueOn: plainDate('2026-12-04'),
  },
} as const satisfies { readonly [L in Contact]: LetterFacts<L> }
