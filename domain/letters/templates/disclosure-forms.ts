import type { LetterTemplate, Text } from '../template.ts'
import { ogi } from './disclosure-parts.ts'
import { caseNumber, closedBy, h, law, mandateRow, p, pairs, row, rowIf, seals, to, twoCopies } from './parts.ts'

const since2008 = { version: 'v1', inForceFrom: law.ogi2008, withdrawnFrom: law.ogi2019 } as const
const only2019 = { version: 'v1', inForceFrom: law.ogi2019, withdrawnFrom: null } as const
const since2019 = { version: 'v2', inForceFrom: law.ogi2019, withdrawnFrom: null } as const

const receivedRows = pairs([
  row('被申请机关', '{organ}', '提交方式', '{channel}'),
  row(
    '收到申请之日',
    [
      { when: 'receivedOn', text: '**{receivedOn:weekday}**' },
      { when: '!receivedOn', text: '**待双方确认**' },
    ],
    '答复期限届满',
    [
      { when: 'replyDue', text: '**{replyDue:weekday}**' },
      { when: 'replyProvisional', text: '**，暂定**' },
      { when: '!replyDue', text: '**待双方确认**' },
    ],
  ),
  row('到达日期', '{arrivedOn}', '申请人类别', '{category}'),
  row('身份证明', '{idText}', '联系方式', '{contact}'),
  row('提供形式', '{supplyForm}', '获取途径', '{supplyWay}'),
  row(
    '文号',
    [
      { when: 'documentNo', text: '{documentNo}' },
      { when: '!documentNo', text: '未提供' },
    ],
    '代理人',
    '{representative}',
  ),
  mandateRow,
  rowIf('assistance', '协助', '已登记，将依法提供必要的帮助'),
])

const receiptRule: Text = [
  {
    by: 'channel',
    texts: {
      in_person: '当面提交的，以提交之日为收到申请之日（政府信息公开条例第三十一条第一项）。',
      oral: '口头提出、由受理机关代为填写的，以提交之日为收到申请之日（政府信息公开条例第三十一条第一项）。',
      registered_post: '以需要签收的邮寄方式提交的，以签收之日为收到申请之日（政府信息公开条例第三十一条第二项）。',
      ordinary_mail:
        '以平常信函等无须签收的邮寄方式提交的，以双方确认之日为收到申请之日（政府信息公开条例第三十一条第二项）。',
      online: '通过互联网渠道提交的，以双方确认之日为收到申请之日（政府信息公开条例第三十一条第三项）。',
      fax: '通过传真提交的，以双方确认之日为收到申请之日（政府信息公开条例第三十一条第三项）。',
    },
  },
  { when: '!receivedOn', text: '尚未确认，答复期限还没有起算。' },
  {
    when: 'receivedOn',
    text: '征求第三方和其他机关意见所需时间不计入；需要延长的，经负责人同意并告知，最长再延长 {replyDays}（政府信息公开条例第三十三条第二款、第三十三条第三款）。',
  },
  {
    when: ['receivedOn', 'correctionDue'],
    text: '申请内容不明确的，于 {correctionDue}前一次告知补正；补正的，答复期限自收到补正后的申请之日起算（政府信息公开条例第三十条）。',
  },
  '提供政府信息不收取费用；申请数量、频次明显超过合理范围的除外（政府信息公开条例第四十二条）。',
  '对逾期不予答复的，可以依法申请行政复议或者提起行政诉讼。',
]

const receiptTitle = { letter: 'disclosure_receipt', title: '政府信息公开申请登记回执' } as const
const ofReceipt = {
  number: caseNumber,
  closing: closedBy(seals.disclosure),
  notes: [twoCopies],
  second: null,
} as const

const receipt: readonly LetterTemplate[] = [
  {
    ...ofReceipt,
    ...receiptTitle,
    // Added after the wording of 2019, which keeps the version that is on paper already.
    ...since2008,
    version: 'v2',
    legalBasis: [ogi('第二十四条')],
    blocks: [
      to(),
      p('你（单位）提出的政府信息公开申请已经登记，编号 {caseNo}。登记内容如下，请核对：'),
      receivedRows,
      h('申请公开的政府信息'),
      p('{subject}'),
      { kind: 'limits', when: 'receivedOn' },
      p([
        '不能当场答复的，自收到申请之日起 15 个工作日内答复；需要延长的，经负责人同意并告知，最长再延长 15 个工作日（政府信息公开条例第二十四条第二款）。',
        '征求第三方意见所需时间不计算在内（政府信息公开条例第二十四条第三款）。',
        '除检索、复制、邮寄等成本费用外，不收取其他费用（政府信息公开条例第二十七条）。',
        '对逾期不予答复的，可以依法申请行政复议或者提起行政诉讼。',
      ]),
    ],
  },
  {
    ...ofReceipt,
    ...receiptTitle,
    ...only2019,
    legalBasis: [ogi('第三十一条'), ogi('第三十三条')],
    blocks: [
      to(),
      p('你（单位）提出的政府信息公开申请已经登记，编号 {caseNo}。登记内容如下，请核对：'),
      receivedRows,
      h('申请公开的政府信息'),
      p('{subject}'),
      { kind: 'limits', when: 'receivedOn' },
      p(receiptRule),
    ],
  },
]

const formRows = pairs([
  row('申请人', '{applicant}', '申请人类别', '{category}'),
  row('身份证明', '{idText}', '联系方式', '{contact}'),
  row('代理人', '{representative}', '提交方式', '{channel}'),
  mandateRow,
  row('被申请机关', '{organ}', '提交日期', '{arrivedOn}'),
  row('提供形式', '{supplyForm}', '获取途径', '{supplyWay}'),
  rowIf('documentNo', '文号', '{documentNo}'),
])

const ofForm = { number: caseNumber, notes: [], second: null } as const
const formTitle = { letter: 'disclosure_request_form', title: '政府信息公开申请表' } as const
const formClosing = closedBy(seals.none, ['申请人（代理人）签名：', '日期：'], '')

const requestForm: readonly LetterTemplate[] = [
  {
    ...ofForm,
    ...formTitle,
    ...since2008,
    legalBasis: [ogi('第二十条')],
    closing: formClosing,
    blocks: [
      formRows,
      h('所需政府信息的内容描述'),
      p('{subject}'),
      p(
        `申请人采用书面形式确有困难，口头提出，由受理机关代为填写（${ogi('第二十条')}），内容已向申请人宣读，核对无误。`,
        'oral',
      ),
    ],
  },
  {
    ...ofForm,
    ...formTitle,
    ...since2019,
    legalBasis: [ogi('第二十九条')],
    closing: formClosing,
    blocks: [
      formRows,
      h('申请公开的政府信息的名称、文号或者便于查询的其他特征性描述'),
      p('{subject}'),
      p(
        `申请人采用书面形式确有困难，口头提出，由政府信息公开工作机构代为填写（${ogi('第二十九条第一款')}），内容已向申请人宣读，核对无误。`,
        'oral',
      ),
      p('申请人阅读困难或者有视听障碍，已登记提供必要的帮助。', 'assistance'),
      p('代填人：{clerkName}', 'oral'),
    ],
  },
]

const registration: LetterTemplate = {
  ...ofForm,
  letter: 'disclosure_registration',
  version: 'v1',
  inForceFrom: law.ogi2008,
  withdrawnFrom: null,
  legalBasis: [],
  title: '政府信息公开申请登记表',
  closing: closedBy(seals.none, ['登记人：', '登记日期：'], ''),
  blocks: [
    pairs([
      row('编号', '{caseNo}', '提交方式', '{channel}'),
      row('到达日期', '{arrivedOn}', '收到申请之日', [
        { when: 'receivedOn', text: '{receivedOn:weekday}' },
        { when: '!receivedOn', text: '待双方确认' },
      ]),
      row(
        '答复期限届满',
        [
          { when: 'replyDue', text: '**{replyDue:weekday}**' },
          { when: '!replyDue', text: '尚未起算' },
        ],
        '承办机构',
        [
          { when: 'unit', text: '{unit}' },
          { when: '!unit', text: '待分办' },
        ],
      ),
      row('申请人', '{applicant}', '申请人类别', '{category}'),
      row('身份证明', '{idText}', '联系方式', '{contact}'),
      row('代理人', '{representative}', '获取途径', '{supplyWay}'),
      mandateRow,
    ]),
    h('申请公开的政府信息'),
    p('{subject}'),
    p('文号：{documentNo}', 'documentNo'),
    {
      kind: 'written',
      fields: [
        { name: '拟办意见', lines: 3 },
        { name: '负责人意见', lines: 3 },
        { name: '办理结果', lines: 2 },
      ],
    },
  ],
}

const review: LetterTemplate = {
  ...ofForm,
  letter: 'disclosure_review_form',
  version: 'v1',
  inForceFrom: law.ogi2019,
  withdrawnFrom: null,
  legalBasis: [ogi('第十七条')],
  title: '政府信息公开审查呈批单',
  closing: closedBy(seals.none, ['签发人：', '签发日期：'], ''),
  blocks: [
    pairs([
      row('申请人', '{applicant}', '收到申请之日', [
        { when: 'receivedOn', text: '{receivedOn}' },
        { when: '!receivedOn', text: '待双方确认' },
      ]),
      row(
        '答复期限届满',
        [
          { when: 'replyDue', text: '{replyDue:weekday}' },
          { when: '!replyDue', text: '征求意见期间' },
        ],
        '拟答复类型',
        '{proposed}',
      ),
    ]),
    h('申请公开的政府信息'),
    p('{subject}'),
    h('依据和理由', 'grounds'),
    {
      kind: 'table',
      of: 'grounds',
      when: 'grounds',
      columns: [
        { title: '序号', text: '{n}', width: 12, centered: true },
        { title: '依据', text: '{ground}', width: 60 },
        { title: '理由', text: '{reason}' },
      ],
    },
    p('依照条例第十七条对拟公开的政府信息进行审查，意见如下：', 'reviews'),
    {
      kind: 'table',
      of: 'reviews',
      when: 'reviews',
      columns: [
        { title: '审查环节', text: '{kind}', width: 28, centered: true },
        { title: '意见', text: '{opinion}' },
        { title: '审查人', text: '{reviewer}', width: 26, centered: true },
        { title: '日期', text: '{on}', width: 32, centered: true },
      ],
    },
    { kind: 'written', fields: [{ name: '负责人意见', lines: 3, offers: '□ 同意签发　　□ 修改后再报' }] },
  ],
}

/** Receipt, form and register of a request, and the sheet that its reply is signed on. */
export const disclosureForms: readonly LetterTemplate[] = [...receipt, ...requestForm, registration, review]
