import type { LetterTemplate } from '../template.ts'
import { caseNumber, closedBy, h, law, mandateRow, p, pairs, row, seals, to, twoCopies } from './parts.ts'
import { feeText, itemRow, onBasis, partyRow, receivedTable, wantedTable } from './service-parts.ts'

const ofService = {
  version: 'v1',
  inForceFrom: law.licensing2019,
  withdrawnFrom: null,
  number: caseNumber,
  closing: closedBy(seals.service),
  notes: [twoCopies],
  second: null,
} as const

/** Proves what was handed in and when; whether it is accepted is another letter's matter. */
const receipt: LetterTemplate = {
  ...ofService,
  letter: 'service_receipt',
  title: '收取申请材料凭证',
  legalBasis: ['行政许可法第三十二条第一款第四项'],
  blocks: [
    to(),
    p(
      '今收到你（单位）为办理{item}提交的下列材料，共 {lines} 项 {pieces} 份。本凭证只证明收到材料，是否受理以受理通知书、一次性告知书或者不予受理通知书为准。',
    ),
    pairs([itemRow, row('收件日期', '{arrivedOn:weekday}', '咨询', '{phone}'), partyRow, mandateRow]),
    receivedTable('materials'),
    p('没有收取材料', '!materials'),
    p([
      { when: 'acceptedOn', text: '申请已于 {acceptedOn}受理，见同号受理通知书。' },
      {
        when: ['!acceptedOn', 'noticeOn'],
        text: '材料不齐全，需要补正的全部内容见 {noticeOn}的一次性告知书；补齐之日即予受理。',
      },
      {
        when: 'licence',
        text: '申请材料不齐全或者不符合法定形式的，应当当场或者在五个工作日内一次告知需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理（行政许可法第三十二条第一款第四项）。',
      },
    ]),
  ],
}

/** A dated voucher with both limits and what was handed in (行政许可法 art. 32(2)). */
const acceptance: LetterTemplate = {
  ...ofService,
  letter: 'service_acceptance',
  title: '受理通知书',
  legalBasis: ['行政许可法第三十二条第一款第五项', '行政许可法第三十二条第二款'],
  blocks: [
    to(),
    p([
      '你（单位）于 {arrivedOn}提出{item}申请',
      { when: 'supplied', text: '，并于 {acceptedOn}按一次性告知书补齐材料' },
      { when: '!tolerated', text: '。经审查，申请材料齐全、符合法定形式，' },
      {
        when: 'tolerated',
        text: '。经审查，除承诺补交的 {tolerated:count} 项容缺材料外，申请材料齐全、符合法定形式，',
      },
      ...onBasis('行政许可法第三十二条第一款第五项'),
      '决定予以受理，受理日期为 **{acceptedOn}**。',
    ]),
    pairs([
      itemRow,
      row(
        '承诺办结日',
        [
          { when: 'promisedDue', text: '**{promisedDue:weekday}**' },
          { when: 'promisedProvisional', text: '**，暂定**' },
          { when: '!promisedDue', text: '**办事指南未公布承诺时限**' },
        ],
        '法定办结日',
        [
          { when: 'statutoryDue', text: '**{statutoryDue:weekday}**' },
          { when: 'statutoryProvisional', text: '**，暂定**' },
          { when: '!statutoryDue', text: '**办事指南未公布法定时限**' },
        ],
      ),
      row('收费', feeText, '领取方式', '{pickup}'),
      partyRow,
      mandateRow,
    ]),
    { kind: 'limits' },
    receivedTable('materials'),
  ],
  notes: ['对逾期未作决定的，可以依法申请行政复议。', twoCopies],
}

/** Everything that is missing, once, with basis, limit, fee, place and rights (行政许可法 art. 32(1)(4)). */
const onceOnlyNotice: LetterTemplate = {
  ...ofService,
  letter: 'service_once_only_notice',
  title: '一次性告知书',
  legalBasis: ['行政许可法第三十二条第一款第四项'],
  blocks: [
    to(),
    p([
      '你（单位）于 {arrivedOn}提出{item}申请。经审查，申请材料不齐全或者不符合法定形式。',
      { when: 'licence', text: '依据行政许可法第三十二条第一款第四项，' },
      { when: '!licence', text: '依照一次性告知制度，' },
      '现将需要补正的**全部内容**一次告知如下：',
    ]),
    wantedTable('wanted'),
    p([
      { when: 'correctBy', text: '请于 **{correctBy:weekday}**前将上述材料交至本窗口，也可以邮寄或者由代理人提交。' },
      { when: '!correctBy', text: '请备齐上述材料后交至本窗口，也可以邮寄或者由代理人提交。' },
      { when: 'limits', text: '补齐之日即予受理，办理期限自受理次日起算：{limits}。' },
      { when: '!limits', text: '补齐之日即予受理，办理期限自受理次日起算。' },
    ]),
    pairs([
      row('设定依据', [
        { when: 'basis', text: '{basis}' },
        { when: '!basis', text: '见办事指南' },
      ]),
      row('收费', feeText, '五日告知期限', '至 {noticeDue:weekday}'),
      row('地点', '{place}'),
      row('咨询', '{phone}　经办 {clerkName}', '监督', '{supervisePhones}'),
    ]),
    h('你（单位）的权利'),
    p('一、本告知书未列明的材料，本机关不再要求补正。'),
    p('二、逾期未补正的，不影响你（单位）备齐材料后重新提出申请。'),
    p('三、对本告知有异议的，可以向本机关或者{centerName}监督岗反映。'),
    p('已收材料 {receivedLines} 项，另见收取申请材料凭证。', 'someReceived'),
  ],
}

/** The decision with its reasons and remedies (行政许可法 arts. 32(1)(1)–(2), 32(2)); its remedies are those of 行政复议法 of 2023. */
const refusal: LetterTemplate = {
  ...ofService,
  inForceFrom: law.reconsideration2024,
  letter: 'service_refusal',
  title: '不予受理通知书',
  legalBasis: ['行政许可法第三十二条第一款第一项', '行政许可法第三十二条第一款第二项', '行政许可法第三十二条第二款'],
  blocks: [
    to(),
    p([
      '你（单位）于 {arrivedOn}提出{item}申请。经审查，{ground}。',
      { when: ['licence', '!ground=not_eligible'], text: '依据行政许可法第三十二条第一款' },
      { when: ['licence', 'ground=no_licence_needed'], text: '第一项' },
      { when: ['licence', 'ground=not_this_organ'], text: '第二项' },
      { when: ['licence', '!ground=not_eligible', 'basis'], text: '、{basis}' },
      { when: ['licence', 'ground=not_eligible', 'basis'], text: '依据{basis}' },
      { when: ['!licence', 'basis'], text: '依据{basis}' },
      { when: ['licence', '!ground=not_eligible'], text: '，' },
      { when: ['licence', 'ground=not_eligible', 'basis'], text: '，' },
      { when: ['!licence', 'basis'], text: '，' },
      '决定**不予受理**。',
    ]),
    pairs([itemRow, partyRow]),
    h('理由和说明'),
    p('{explanation}'),
    h('权利救济'),
    p(
      '对本决定不服的，可以自收到本通知书之日起六十日内依法申请行政复议，也可以自收到本通知书之日起六个月内依法向人民法院提起行政诉讼（行政复议法第二十条、行政诉讼法第四十六条）。',
    ),
    p('所提交的申请材料随本通知书一并退还。'),
  ],
}

const supplyReceipt: LetterTemplate = {
  ...ofService,
  letter: 'service_supply_receipt',
  title: '补正材料接收凭证',
  legalBasis: ['行政许可法第三十二条第一款第五项'],
  blocks: [
    to(),
    p('今收到你（单位）于{suppliedOn}为办理{item}补交的下列材料：'),
    receivedTable('supplied'),
    p('没有收取材料', '!supplied'),
    pairs([itemRow, row('补交日期', '{suppliedOn:weekday}', '咨询', '{phone}'), partyRow]),
    p('需要补正的材料已经全部收到。', '!still'),
    h('仍需补交', 'still'),
    wantedTable('still'),
    p('本凭证只证明收到材料，是否受理以受理通知书为准。', '!acceptedOn'),
  ],
}

const tolerance: LetterTemplate = {
  ...ofService,
  letter: 'service_tolerance_commitment',
  title: '容缺受理承诺书',
  legalBasis: [],
  closing: closedBy(seals.none, ['承诺人（申请人、代理人）签名：', '承诺日期：'], ''),
  blocks: [
    to('{organ}：'),
    p(
      '本人（单位）申请办理{item}（编号 {caseNo}），主要材料已经提交。下列材料经窗口告知可以容缺，本人（单位）自愿承诺按期补交：',
    ),
    {
      kind: 'table',
      of: 'tolerated',
      columns: [
        { title: '序号', text: '{n}', width: 12, centered: true },
        { title: '容缺材料', text: '{name}' },
        { title: '形式', text: '{form}', width: 28, centered: true },
        { title: '补交份数', text: '{rest}', width: 20, centered: true },
        {
          title: '补交期限',
          text: [{ when: 'promisedOn', text: '**{promisedOn:weekday}**' }],
          width: 52,
          centered: true,
        },
      ],
    },
    p('一、所承诺补交的材料真实、合法、有效，内容符合办事指南的要求。'),
    p(
      '二、在承诺的期限内补交全部材料。逾期不补交或者补交的材料不符合要求的，由本人（单位）承担不能办结、已作决定被依法撤销等后果。',
    ),
    p('三、已知悉容缺受理的规定和上述后果。'),
    pairs([partyRow, row('受理窗口', '{place}'), row('咨询', '{phone}', '监督', '{supervisePhones}')]),
  ],
}

/** What a window gives out until a request is accepted. */
export const serviceIntakeLetters: readonly LetterTemplate[] = [
  receipt,
  acceptance,
  onceOnlyNotice,
  refusal,
  supplyReceipt,
  tolerance,
]
