import type { LetterTemplate } from '../template.ts'
import { caseNumber, closedBy, h, law, letterNumber, p, pairs, reissued, row, seals, to } from './parts.ts'
import { itemRow, partyRow } from './service-parts.ts'

const licensing = (place: string): string => `《中华人民共和国行政许可法》${place}`

const ofService = {
  version: 'v1',
  inForceFrom: law.licensing2019,
  withdrawnFrom: null,
  number: letterNumber,
  closing: closedBy(seals.service),
  notes: [],
  second: null,
} as const

const accepted = [
  '你（单位）提出的{item}申请（编号 {caseNo}）',
  { when: 'acceptedOn', text: '，本机关已于{acceptedOn}受理' },
  '。',
] as const

const extension: LetterTemplate = {
  ...ofService,
  letter: 'service_extension_notice',
  title: '延长办理期限告知书',
  legalBasis: [licensing('第四十二条')],
  blocks: [
    to(),
    reissued,
    p([...accepted, '因{reason}，不能在规定期限内作出决定。']),
    p([
      { when: ['licence', 'approver=organ_head'], text: `根据${licensing('第四十二条第一款')}的规定，` },
      { when: ['licence', 'approver=government_head'], text: `根据${licensing('第四十二条第二款')}的规定，` },
      '经{approver}{approvedBy}批准，**延长{days}个工作日**。',
    ]),
    pairs([
      itemRow,
      row(
        '原办理期限',
        [
          { when: 'oldDue', text: '{oldDue:weekday}' },
          { when: 'oldDueProvisional', text: '，暂定' },
          { when: '!oldDue', text: '特别程序期间，尚未确定' },
        ],
        '延长后期限',
        [
          { when: 'newDue', text: '**{newDue:weekday}**' },
          { when: 'newDueProvisional', text: '**，暂定**' },
          { when: '!newDue', text: '特别程序期间，尚未确定' },
        ],
      ),
      partyRow,
    ]),
  ],
}

const special: LetterTemplate = {
  ...ofService,
  letter: 'service_special_procedure_notice',
  title: '特别程序所需时间告知书',
  legalBasis: [licensing('第四十五条')],
  blocks: [
    to(),
    reissued,
    p([...accepted, '办理该事项依法需要进行{procedure}。{reason}']),
    p([
      { when: 'licence', text: `根据${licensing('第四十五条')}的规定，` },
      { when: 'renewed', text: '因此前告知的时间不够，' },
      '现将所需时间书面告知如下，**所需时间不计算在办理期限内**：',
    ]),
    pairs([
      itemRow,
      row('特别程序', '{procedure}', '所需时间', '**{days}个工作日**'),
      row('开始日期', '{from}'),
      partyRow,
    ]),
    p('程序提前结束的，办理期限自结束次日起继续计算；超过所需时间仍未结束的，自所需时间届满次日起继续计算。'),
  ],
}

const hearing: LetterTemplate = {
  ...ofService,
  letter: 'service_hearing_notice',
  title: '听证告知书',
  legalBasis: [licensing('第四十六条'), licensing('第四十七条'), licensing('第四十八条第一款第一项')],
  blocks: [
    to(),
    reissued,
    p([...accepted]),
    p(
      [
        { when: 'subject', text: '该申请直接涉及你（单位）与他人之间的重大利益关系：{subject}' },
        { when: '!subject', text: '该申请直接涉及你（单位）与他人之间的重大利益关系。' },
      ],
      'stage=right',
    ),
    p(
      `根据${licensing('第四十七条')}的规定，你（单位）享有要求听证的权利。要求听证的，请自被告知听证权利之日起**五日（工作日）内**向本机关提出申请，本机关将在二十日（工作日）内组织听证；逾期未提出的，视为放弃。听证不收取费用。`,
      'stage=right',
    ),
    p(
      [
        {
          by: 'ground',
          texts: {
            request: `应申请人、利害关系人的申请，根据${licensing('第四十七条')}的规定，`,
            law: `该事项依照法律、法规、规章的规定应当听证。根据${licensing('第四十六条')}的规定，`,
            public_interest: `该事项涉及公共利益。根据${licensing('第四十六条')}的规定，`,
          },
        },
        '本机关决定举行听证，现将听证的时间、地点通知如下：',
      ],
      'stage=held',
    ),
    pairs([row('听证时间', '**{heldOn:weekday}**', '听证地点', '{heldAt}'), row('听证事项', '{item}')], 'stage=held'),
    p(
      '听证公开举行。认为主持人与该行政许可事项有直接利害关系的，有权申请回避；可以提出证据，进行申辩和质证。不能参加的，请在听证前告知本机关。',
      'stage=held',
    ),
    pairs([partyRow, row('联系人', '{clerkName}', '联系电话', '{phone}')]),
  ],
}

const suspension: LetterTemplate = {
  ...ofService,
  letter: 'service_suspension_notice',
  title: '中止办理通知书',
  legalBasis: [],
  blocks: [
    to(),
    reissued,
    p([...accepted, '因{reason}，依据{suspendBasis}，自{from}起**中止办理**。']),
    pairs([itemRow, row('中止日期', '{from}', '预计恢复日期', '{resumeBy:weekday}'), partyRow]),
    p('中止的原因消除后，本机关恢复办理并告知你（单位）。中止期间不计算在办理期限内。'),
  ],
}

const inspection: LetterTemplate = {
  ...ofService,
  letter: 'service_inspection_record',
  title: '现场核查记录',
  legalBasis: [licensing('第三十四条第三款')],
  closing: closedBy(seals.none, ['被核查方（代理人）签名：', '核查人员签名：', '核查人员签名：', '日期：']),
  blocks: [
    reissued,
    pairs([
      row('申请事项', '{item}', '办件编号', '{caseNo}'),
      row('被核查方', '{applicant}', '核查日期', '{inspectedOn:weekday}'),
      row('核查地点', '{inspectedAt}'),
    ]),
    p([
      { when: 'licence', text: `根据${licensing('第三十四条第三款')}的规定，` },
      '本机关指派下列工作人员（不少于两人）进行核查，核查前已出示证件：',
    ]),
    {
      kind: 'table',
      of: 'inspectors',
      columns: [
        { title: '序号', text: '{n}', width: 12, centered: true },
        { title: '核查人员', text: '{name}' },
      ],
    },
    h('核查情况'),
    p('{findings}'),
    {
      kind: 'written',
      fields: [
        { name: '执法证件号', lines: 2 },
        { name: '被核查方意见', lines: 3, offers: '□ 属实　　□ 有异议' },
      ],
    },
  ],
}

const approvalForm: LetterTemplate = {
  ...ofService,
  number: caseNumber,
  letter: 'service_approval_form',
  title: '内部审批表',
  legalBasis: [],
  closing: closedBy(seals.none, [], ''),
  blocks: [
    pairs([
      itemRow,
      partyRow,
      row('收件日期', '{arrivedOn}', '受理日期', [
        { when: 'acceptedOn', text: '{acceptedOn}' },
        { when: '!acceptedOn', text: '尚未受理' },
      ]),
      row(
        '承诺办结日',
        [
          { when: 'promisedDue', text: '{promisedDue:weekday}' },
          { when: '!promisedDue', text: '未公布' },
        ],
        '法定办结日',
        [
          { when: 'statutoryDue', text: '{statutoryDue:weekday}' },
          { when: '!statutoryDue', text: '未公布' },
        ],
      ),
    ]),
    {
      kind: 'table',
      of: 'steps',
      when: 'steps',
      columns: [
        { title: '环节', text: '{name}', width: 26, centered: true },
        { title: '部门', text: '{organ}', width: 38 },
        { title: '意见', text: '{opinion}' },
        { title: '办理人', text: '{handler}', width: 20, centered: true },
        { title: '日期', text: '{on}', width: 31, centered: true },
      ],
    },
    {
      kind: 'written',
      fields: [
        { name: '承办意见', lines: 3 },
        { name: '审核意见', lines: 3 },
        { name: '批准意见', lines: 3, offers: '□ 准予　　□ 不予' },
      ],
    },
  ],
}

/** Letters between acceptance and decision. */
export const serviceExaminationLetters: readonly LetterTemplate[] = [
  extension,
  special,
  hearing,
  suspension,
  inspection,
  approvalForm,
]
