import type { LetterTemplate, TemplateBlock } from '../template.ts'
import { ogi } from './disclosure-parts.ts'
import {
  caseNumber,
  closedBy,
  h,
  law,
  letterNumber,
  mandateRow,
  p,
  pairs,
  reissued,
  row,
  rowIf,
  seals,
  to,
  twoCopies,
} from './parts.ts'

const plain = {
  version: 'v1',
  withdrawnFrom: null,
  legalBasis: [],
  notes: [],
  second: null,
} as const

const orByHand = (
  name: string,
  blank = '　',
): readonly [{ when: string; text: string }, { when: string; text: string }] => [
  { when: name, text: `{${name}}` },
  { when: `!${name}`, text: blank },
]

const proof: LetterTemplate = {
  ...plain,
  letter: 'proof_of_service',
  inForceFrom: law.reconsideration2024,
  legalBasis: ['《中华人民共和国民事诉讼法》第八十七条'],
  title: '送达回证',
  number: letterNumber,
  closing: closedBy(seals.business, ['送达人签名：', '见证人签名：']),
  blocks: [
    reissued,
    pairs([
      row('受送达人', '{recipient}', '办件编号', '{caseNo}'),
      row('送达地点', orByHand('address'), '送达方式', orByHand('way')),
    ]),
    {
      kind: 'table',
      of: 'documents',
      columns: [
        { title: '序号', text: '{n}', width: 12, centered: true },
        { title: '送达的文书', text: '{name}' },
        { title: '文号', text: [{ when: 'no', text: '{no}' }], width: 60, centered: true },
      ],
    },
    pairs([
      row('收件人', orByHand('receiver'), '送达日期', orByHand('receivedOn')),
      rowIf('proof', '送达凭证', '{proof}'),
    ]),
    {
      kind: 'written',
      fields: [
        { name: '受送达人签名或者盖章', lines: 2 },
        { name: '代收人签名、与受送达人的关系', lines: 2 },
        { name: '拒收的情况和留置送达的记录', lines: 3 },
        { name: '备注', lines: 2 },
      ],
    },
    p(
      '受送达人在本回证上签名或者盖章并注明收到日期，签收日期为送达日期。拒绝签收的，可以邀请见证人到场，在本回证上记明拒收事由和日期，留置送达；也可以用拍照、录像等方式记录。',
    ),
  ],
}

const papers: TemplateBlock = {
  kind: 'table',
  of: 'materials',
  when: 'materials',
  columns: [
    { title: '序号', text: '{n}', width: 12, centered: true },
    { title: '材料名称', text: '{name}' },
    { title: '形式', text: '{form}', width: 28, centered: true },
    { title: '份数', text: '{pieces}', width: 16, centered: true },
    { title: '备注', text: [{ when: 'note', text: '{note}' }], width: 44 },
  ],
}

const handover: LetterTemplate = {
  ...plain,
  letter: 'material_handover',
  inForceFrom: law.licensing2019,
  title: '材料交接单',
  number: caseNumber,
  closing: closedBy(seals.none, ['移交人签名：', '接收人签名：', '交接日期：'], ''),
  notes: ['一式两份，移交方、接收方各执一份。'],
  blocks: [
    pairs([
      row('办理事项', '{item}'),
      rowIf('authority', '代理人', '{representative}'),
      mandateRow,
      row('移交方', '{from}', '接收方', '{receiver}'),
      row('移交日期', '{handedOn}', '材料项数', '{materials:count} 项'),
    ]),
    papers,
    p('双方已当面清点，材料与上表一致。'),
  ],
}

const bundle: LetterTemplate = {
  ...plain,
  letter: 'bundle_receipt',
  inForceFrom: law.licensing2019,
  legalBasis: ['《中华人民共和国行政许可法》第二十六条'],
  title: '联办收件凭证',
  number: caseNumber,
  closing: closedBy(seals.business),
  notes: [twoCopies],
  blocks: [
    to(),
    p([
      '今收到你（单位）为办理“{theme}”一件事提交的材料。本凭证一单通办，下列 {parts:count} 个事项共用一套材料，由综合窗口统一受理、并联审批、统一出件。',
      { when: 'complete', text: '材料已经齐全。' },
      { when: '!complete', text: '尚缺的材料见一次性告知书。' },
    ]),
    {
      kind: 'table',
      of: 'parts',
      columns: [
        { title: '序号', text: '{n}', width: 12, centered: true },
        { title: '联办事项', text: '{item}' },
        { title: '承办机关', text: '{organ}', width: 44 },
        {
          title: '办件编号',
          text: [
            { when: 'no', text: '{no}' },
            { when: '!no', text: '见该事项的受理凭证' },
          ],
          width: 55,
          centered: true,
        },
      ],
    },
    h('收取的材料', 'materials'),
    papers,
    pairs([
      row('收件日期', '{arrivedOn:weekday}', '承诺办结日', [
        { when: 'due', text: '**{due:weekday}**' },
        { when: '!due', text: '自全部事项受理之日起算' },
      ]),
      row('申请人', '{applicant}', '代理人', '{representative}'),
      mandateRow,
      row('咨询', '{phone}', '监督', '{supervisePhones}'),
    ]),
  ],
}

const mandate: LetterTemplate = {
  ...plain,
  letter: 'mandate',
  inForceFrom: law.civilCode,
  legalBasis: ['《中华人民共和国民法典》第一百六十五条', '《中华人民共和国民法典》第一百六十九条'],
  title: '委托书',
  number: letterNumber,
  closing: closedBy(seals.none, ['委托人签名（盖章）：', '受托人签名：', '日期：'], ''),
  notes: ['一式三份，委托人、受托人、受理机关各执一份。'],
  blocks: [
    reissued,
    pairs([
      row('委托人', '{principal}', '证件', '{principalId}'),
      rowIf('principalPhone', '委托人电话', '{principalPhone}'),
      row('受托人', '{agent}', '证件', '{agentId}'),
      rowIf('agentPhone', '受托人电话', '{agentPhone}'),
      rowIf('point', '代理点', '{point}'),
    ]),
    p('委托人依照《中华人民共和国民法典》第一百六十五条，委托受托人代为办理下列事项：'),
    { kind: 'list', of: 'matters', text: '{matter}', numbered: 'chinese' },
    pairs([
      row('代理权限', '{authority}'),
      row('代理期限', [
        '自{validFrom}起',
        { when: 'validUntil', text: '至**{validUntil}**止' },
        { when: '!validUntil', text: '至事项办结止' },
      ]),
    ]),
    p(
      '受托人在权限内办理上述事项的法律后果由委托人承担。未经委托人同意，受托人不得转委托（《中华人民共和国民法典》第一百六十九条）。',
    ),
    p('代理服务不收取任何费用，依法应当缴纳的费用由委托人承担。', 'point'),
  ],
}

const agencyHandover: LetterTemplate = {
  ...plain,
  letter: 'agency_handover',
  inForceFrom: law.licensing2019,
  title: '全程代理交接单',
  number: letterNumber,
  closing: closedBy(seals.none, ['移交人签名：', '接收人签名：', '交接日期：'], ''),
  notes: ['一式两份，移交方、接收方各执一份。'],
  blocks: [
    reissued,
    pairs([
      row('移交方', '{from}', '接收方', orByHand('receiver')),
      row('移交日期', '{handedOn}', '事项数', '{matters:count} 项'),
    ]),
    {
      kind: 'table',
      of: 'matters',
      columns: [
        { title: '序号', text: '{n}', width: 12, centered: true },
        { title: '委托人', text: '{principal}', width: 24, centered: true },
        { title: '事项', text: '{item}', width: 44 },
        { title: '材料', text: '{papers}' },
        { title: '期限', text: [{ when: 'due', text: '{due}' }], width: 32, centered: true },
      ],
    },
    p('双方已当面清点，委托书、材料与上表一致。'),
  ],
}

const deposit: LetterTemplate = {
  ...plain,
  letter: 'deposit_list',
  inForceFrom: law.ogi2019,
  legalBasis: [ogi('第二十五条第三款')],
  title: '主动公开政府信息移送明细表',
  number: letterNumber,
  closing: closedBy(seals.disclosure, ['移送人签名：', '接收人签名：', '接收日期：']),
  notes: ['一式两份，移送机关、接收单位各执一份。'],
  blocks: [
    to('{receiver}：'),
    reissued,
    p(`根据${ogi('第二十五条第三款')}的规定，现将下列主动公开的政府信息移送你单位，供公众查阅：`),
    {
      kind: 'table',
      of: 'entries',
      columns: [
        { title: '序号', text: '{n}', width: 10, centered: true },
        { title: '索引号', text: '{indexNo}', width: 44 },
        { title: '信息名称', text: '{title}' },
        { title: '文号', text: [{ when: 'documentNo', text: '{documentNo}' }], width: 34, centered: true },
        { title: '生成日期', text: '{madeOn}', width: 31, centered: true },
        { title: '份数', text: '{pieces}', width: 12, centered: true },
      ],
    },
    pairs([row('移送日期', '{handedOn}', '件数', '{entries:count} 件')]),
  ],
}

/** Papers that change hands. */
export const handoverLetters: readonly LetterTemplate[] = [proof, handover, bundle, mandate, agencyHandover, deposit]
