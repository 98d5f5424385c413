import type { LetterTemplate } from '../template.ts'
import { closedBy, h, law, letterNumber, p, pairs, reissued, row, rowIf, seals, to } from './parts.ts'

const ofContact = {
  version: 'v1',
  inForceFrom: law.licensing2019,
  withdrawnFrom: null,
  legalBasis: [],
  number: letterNumber,
  closing: closedBy(seals.business, ['签收人：', '签收日期：']),
  notes: [],
  second: null,
} as const

const consultation: LetterTemplate = {
  ...ofContact,
  letter: 'consultation_reply',
  title: '咨询答复书',
  blocks: [
    to(),
    reissued,
    p('你（单位）于{arrivedOn}以{channel}方式提出的咨询（编号 {caseNo}）收悉，现答复如下：'),
    h('咨询内容'),
    p('{question}'),
    h('答复'),
    p('{answer}'),
    p('依据：{basis}', 'basis'),
    p(
      '本答复供办事参考，具体事项以办理时有效的法律、法规、规章和办事指南为准。对答复有疑问的，可以拨打{phone}继续咨询。',
    ),
  ],
}

const receipt: LetterTemplate = {
  ...ofContact,
  letter: 'complaint_receipt',
  title: '{complaintKind}受理告知书',
  blocks: [
    to(),
    reissued,
    p('你（单位）于{arrivedOn}以{channel}方式提出的{complaintKind}（编号 {caseNo}）收悉，经审查**予以受理**。'),
    h('反映的内容'),
    p('{content}'),
    pairs([
      rowIf('handler', '承办单位', '{handler}'),
      rowIf('due', '答复期限', '**{due:weekday}**'),
      row('查询、咨询', '{phone}', '监督', '{supervisePhones}'),
    ]),
    p('办理中可能与你（单位）联系核实情况。你（单位）的个人信息和反映的内容依法保密。'),
  ],
}

const refusal: LetterTemplate = {
  ...ofContact,
  letter: 'complaint_refusal',
  title: '{complaintKind}不予受理告知书',
  blocks: [
    to(),
    reissued,
    p(
      '你（单位）于{arrivedOn}以{channel}方式提出的{complaintKind}（编号 {caseNo}）收悉。经审查，{ground}，**不予受理**。',
    ),
    h('说明'),
    p('{explanation}'),
    p('请依照信访的规定，向有权处理的信访工作机构提出。', 'ground=petition'),
    p('请依照已经进行的复议、诉讼或者仲裁程序主张权利。', 'ground=in_review_or_court'),
    p('对不予受理有异议的，可以拨打{supervisePhones}反映。'),
  ],
}

const reply: LetterTemplate = {
  ...ofContact,
  letter: 'complaint_reply',
  title: '{complaintKind}处理答复书',
  blocks: [
    to(),
    reissued,
    p('你（单位）于{arrivedOn}以{channel}方式提出的{complaintKind}（编号 {caseNo}）已经办理完毕，现答复如下：'),
    h('反映的内容'),
    p('{content}'),
    h('查明的情况'),
    p([{ when: ['finding', '!finding=not_applicable'], text: '经调查核实，反映的情况**{finding}**。' }, '{answer}']),
    h('处理措施', 'measures'),
    p('{measures}', 'measures'),
    p('对处理结果不满意的，可以拨打{supervisePhones}反映，本中心将安排回访。'),
  ],
}

/** Letters of questions and complaints. They rest on no law but on the published procedure of the center. */
export const contactLetters: readonly LetterTemplate[] = [consultation, receipt, refusal, reply]
