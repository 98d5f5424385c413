import type { LetterTemplate } from '../template.ts'
import { caseNumber, closedBy, h, law, letterNumber, p, pairs, reissued, row, rowIf, seals, to } from './parts.ts'

const ofSupervision = {
  version: 'v1',
  inForceFrom: law.licensing2019,
  withdrawnFrom: null,
  legalBasis: [],
  number: letterNumber,
  closing: closedBy(seals.supervision, ['签收人：', '签收日期：']),
  notes: [],
  second: null,
} as const

const feedback = [
  { name: '办理情况反馈', lines: 4 },
  { name: '反馈人', lines: 1 },
  { name: '反馈日期', lines: 1 },
] as const

const urge: LetterTemplate = {
  ...ofSupervision,
  letter: 'urge_slip',
  title: '催办单',
  blocks: [
    to('{party}：'),
    reissued,
    p('下列事项请抓紧办理：'),
    pairs([
      rowIf('aboutCase', '所涉办件', '{aboutCase}'),
      rowIf('state', '办理状态', '{state}'),
      rowIf('due', '办理期限', '**{due:weekday}**'),
      rowIf('replyBy', '反馈期限', '**{replyBy:weekday}**'),
    ]),
    h('催办要求'),
    p('{demand}'),
    { kind: 'slip', title: '催办反馈', text: '{letterNo}', fields: feedback },
  ],
}

const order: LetterTemplate = {
  ...ofSupervision,
  letter: 'supervision_order',
  title: '督办单',
  blocks: [
    to('{party}：'),
    reissued,
    p('经电子监察发现下列问题，现予督办：'),
    pairs([
      rowIf('aboutCase', '所涉办件', '{aboutCase}'),
      row('监察级别', '**{level}**', '反馈期限', '**{replyBy:weekday}**'),
      rowIf('rule', '监察规则', '{rule}'),
    ]),
    h('发现的问题'),
    p('{facts}'),
    h('督办要求'),
    p([
      { when: 'demand', text: '{demand}' },
      { when: '!demand', text: '请核实情况，立即整改，并采取措施防止再次发生。' },
    ]),
    p('请在反馈期限前书面说明原因和处理情况。逾期不反馈或者不整改的，按照规定处理。'),
    { kind: 'slip', title: '督办反馈', text: '{letterNo}', fields: feedback },
  ],
}

const recommendation: LetterTemplate = {
  ...ofSupervision,
  letter: 'supervision_recommendation',
  title: '监察建议书',
  blocks: [
    to('{party}：'),
    reissued,
    p([
      { when: 'period', text: '在{period}的效能考核中，' },
      { when: '!period', text: '在效能监察中，' },
      '发现你单位存在下列问题：',
    ]),
    p('{facts}'),
    p('所涉办件：{aboutCase}', 'aboutCase'),
    p('请对照上述问题逐项核查，明确责任人和整改时限，完善制度，防止同类问题再次发生。', '!suggestions'),
    p('现提出如下建议：', 'suggestions'),
    { kind: 'list', of: 'suggestions', text: '{suggestion}', numbered: 'chinese' },
    p('请于**{replyBy:weekday}**前将采纳和整改情况书面反馈。'),
  ],
}

const rating: LetterTemplate = {
  ...ofSupervision,
  number: caseNumber,
  letter: 'rating_form',
  title: '政务服务评议表',
  closing: closedBy(seals.none, [], ''),
  notes: ['评价自愿，评价人信息保密；不满意和非常不满意的评价将安排专人回访核实。'],
  blocks: [
    p('感谢你（单位）到{centerName}办事。请对本次服务作出评价，填好后投入意见箱或者交给窗口：'),
    pairs([row('办理事项', '{item}', '窗口', '{windowName}')]),
    {
      kind: 'written',
      fields: [
        { name: '总体评价', lines: 1, offers: '□ 非常满意　□ 满意　□ 基本满意　□ 不满意　□ 非常不满意' },
        { name: '服务态度', lines: 1, offers: '□ 非常满意　□ 满意　□ 基本满意　□ 不满意　□ 非常不满意' },
        { name: '一次告知', lines: 1, offers: '□ 一次说清　　□ 没有说清，跑了（　　）趟' },
        { name: '办理时限', lines: 1, offers: '□ 提前　　□ 按时　　□ 超时' },
        { name: '收费', lines: 1, offers: '□ 不收费　　□ 按标准收费　　□ 有标准以外的收费' },
        { name: '意见和建议', lines: 4 },
        { name: '联系电话（可不填）', lines: 1 },
      ],
    },
  ],
}

const rectification: LetterTemplate = {
  ...ofSupervision,
  letter: 'rectification_notice',
  title: '差评整改通知书',
  blocks: [
    to('{party}：'),
    reissued,
    p([
      '你单位办理的事项于{ratedOn}收到',
      { when: 'rating', text: '**{rating}**评价' },
      { when: '!rating', text: '**差评**' },
      '，现通知整改：',
    ]),
    pairs([
      rowIf('aboutCase', '所涉办件', '{aboutCase}'),
      rowIf('opinion', '评价内容', '{opinion}'),
      rowIf('facts', '核实情况', '{facts}'),
      row('整改期限', '**{dueOn:weekday}**'),
    ]),
    h('整改要求'),
    p([
      { when: 'demand', text: '{demand}' },
      { when: '!demand', text: '请制定整改措施，在期限内完成整改，并向评价人说明结果。' },
    ]),
    p(
      '整改结果请在期限前书面反馈，由本中心回访评价人。认为属于误评或者恶意评价的，可以在期限内申诉并附证据，由本中心复核。',
    ),
  ],
}

/** 电子监察 and 好差评. They rest on local rules only. */
export const supervisionLetters: readonly LetterTemplate[] = [urge, order, recommendation, rating, rectification]
