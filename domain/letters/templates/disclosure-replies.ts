import type { PlainDate } from '../../plain-date.ts'
import type { LetterTemplate, TemplateBlock } from '../template.ts'
import { complaint2019, ogi, weReceived } from './disclosure-parts.ts'
import { closedBy, h, law, letterNumber, p, reissued, remediesOf, seals, to } from './parts.ts'

type Reply = Pick<LetterTemplate, 'letter' | 'title' | 'legalBasis'> & {
  readonly blocks: readonly TemplateBlock[]
  /** The remedies of the letter; they are what the law of 2024-01-01 changed. */
  readonly remedies: readonly TemplateBlock[]
}

const asked: readonly TemplateBlock[] = [
  h('申请公开的政府信息'),
  p('{subject}'),
  p('文号：{documentNo}', 'documentNo'),
  h('答复意见'),
]

/** Free of charge, unless a processing fee was charged for this request; then the reply says what was paid. */
const fee: readonly TemplateBlock[] = [
  p(`依照${ogi('第四十二条第一款')}，提供政府信息不收取费用。`, '!feeCharged'),
  p(
    [
      `依照${ogi('第四十二条第一款')}和信息处理费管理的有关规定，本次申请收取信息处理费{feeAmount}`,
      { when: 'feeNoticeNo', text: '（收费通知书文号：{feeNoticeNo}）' },
      { when: 'feePaidOn', text: '，已于{feePaidOn}缴清' },
      { when: 'feeReceiptNo', text: '（票据号：{feeReceiptNo}）' },
      '；除此以外，提供政府信息不收取其他费用。',
    ],
    'feeCharged',
  ),
]

/** Both versions of a reply under the Regulation of 2019: the wording is the same, the remedies are those of the day. */
const reply = ({ letter, title, legalBasis, blocks, remedies }: Reply): readonly LetterTemplate[] => {
  const version = (name: string, inForceFrom: PlainDate, withdrawnFrom: PlainDate | null): LetterTemplate => ({
    letter,
    version: name,
    inForceFrom,
    withdrawnFrom,
    legalBasis,
    title,
    number: letterNumber,
    blocks: [
      to(),
      reissued,
      p(weReceived('经审查，现答复如下：')),
      ...asked,
      ...blocks,
      h('救济途径'),
      ...remedies,
      p(complaint2019),
    ],
    closing: closedBy(seals.disclosure),
    notes: [],
    second: null,
  })
  return [version('v3', law.ogi2019, law.reconsideration2024), version('v4', law.reconsideration2024, null)]
}

const granted = reply({
  letter: 'disclosure_reply_granted',
  title: '政府信息公开告知书',
  legalBasis: [ogi('第三十六条第一项'), ogi('第三十六条第二项')],
  blocks: [
    p([
      {
        by: 'way',
        texts: {
          published: `你（单位）申请公开的政府信息已经主动公开。根据${ogi('第三十六条第一项')}的规定，现将获取该政府信息的方式、途径告知如下：`,
          supplied: `你（单位）申请公开的政府信息可以公开。根据${ogi('第三十六条第二项')}的规定，**予以公开**，以{supplyForm}形式随本告知书一并提供。`,
          told: `你（单位）申请公开的政府信息可以公开。根据${ogi('第三十六条第二项')}的规定，**予以公开**，现将获取该政府信息的方式、途径和时间告知如下：`,
        },
      },
    ]),
    p('{access}', 'access'),
    ...fee,
  ],
  remedies: [remediesOf('reply')],
})

const partial = reply({
  letter: 'disclosure_reply_partial',
  title: '政府信息部分公开告知书',
  legalBasis: [ogi('第三十七条'), ogi('第三十六条第三项')],
  blocks: [
    p(
      `你（单位）申请公开的信息中含有不应当公开或者不属于政府信息的内容，能够作区分处理。根据${ogi('第三十七条')}的规定，**部分公开**如下：`,
    ),
    h('（一）予以公开的内容', 'disclosed'),
    {
      kind: 'table',
      of: 'disclosed',
      when: 'disclosed',
      columns: [
        { title: '序号', text: '{n}', width: 12, centered: true },
        { title: '内容', text: '{what}' },
        { title: '提供形式', text: '{form}', width: 30, centered: true },
      ],
    },
    // Art. 36(1)(2): what is given is given in part, and the way to it is told all the same.
    p('获取方式、途径和时间：{access}', 'access'),
    h('（二）不予公开的内容和理由', 'withheld'),
    {
      kind: 'table',
      of: 'withheld',
      when: 'withheld',
      columns: [
        { title: '序号', text: '{n}', width: 12, centered: true },
        { title: '内容', text: '{what}', width: 44 },
        { title: '情形和依据', text: ['{ground}（', { by: 'ground', texts: groundPlaces() }, '）'], width: 54 },
        { title: '理由', text: '{reason}' },
      ],
    },
    ...fee,
  ],
  remedies: [remediesOf('withheld', 'withheldByLaw'), remediesOf('reply', '!withheldByLaw')],
})

/** The article of each ground, as it stands behind the ground in a table. */
function groundPlaces(): Readonly<Record<string, string>> {
  return {
    deny_secret: '条例第十四条',
    deny_law: '条例第十四条',
    deny_safety: '条例第十四条',
    deny_third: '条例第十五条、第三十二条',
    deny_internal: '条例第十六条第一款',
    deny_process: '条例第十六条第二款',
    deny_case: '条例第十六条第二款',
    deny_query: '条例第三十六条第七项',
  }
}

const denied = reply({
  letter: 'disclosure_reply_denied',
  title: '政府信息不予公开告知书',
  legalBasis: [ogi('第三十六条第三项'), ogi('第三十六条第七项')],
  blocks: [
    p([
      '经审查，你（单位）申请公开的政府信息{ground}。根据',
      {
        by: 'ground',
        texts: {
          deny_secret: ogi('第十四条、第三十六条第三项'),
          deny_law: ogi('第十四条、第三十六条第三项'),
          deny_safety: ogi('第十四条、第三十六条第三项'),
          deny_third: ogi('第十五条、第三十二条、第三十六条第三项'),
          deny_internal: ogi('第十六条第一款、第三十六条第三项'),
          deny_process: ogi('第十六条第二款、第三十六条第三项'),
          deny_case: ogi('第十六条第二款、第三十六条第三项'),
          deny_query: ogi('第三十六条第七项'),
        },
      },
      '的规定，',
      { when: '!ground=deny_query', text: '本机关决定**不予公开**。' },
      { when: 'ground=deny_query', text: '请依照有关法律、行政法规的规定办理。' },
    ]),
    p('{access}', 'access'),
    h('理由', 'reasons'),
    { kind: 'list', of: 'reasons', text: '{reason}', numbered: 'none' },
  ],
  // Only what arts. 14–16 withhold must go to reconsideration first; the rules of other laws for special registers are no refusal.
  remedies: [remediesOf('withheld', '!ground=deny_query'), remediesOf('reply', 'ground=deny_query')],
})

const unable = reply({
  letter: 'disclosure_reply_unable',
  title: '政府信息无法提供告知书',
  legalBasis: [ogi('第三十六条第四项'), ogi('第三十六条第五项'), ogi('第三十八条'), ogi('第三十条')],
  blocks: [
    p([
      {
        by: 'ground',
        texts: {
          not_found: `经检索，没有你（单位）申请公开的政府信息。根据${ogi('第三十六条第四项')}的规定，告知你（单位）该政府信息**不存在**。`,
          not_ours: `你（单位）申请公开的政府信息**不属于本机关负责公开**。根据${ogi('第三十六条第五项')}的规定，告知如下：`,
          make: `你（单位）申请公开的内容没有现成的政府信息，需要对现有政府信息进行加工、分析。根据${ogi('第三十八条')}的规定，本机关**不予提供**。`,
          unclear: `本机关已依照${ogi('第三十条')}的规定一次性告知补正。经补正，申请内容仍不明确，不能据以检索、识别所申请公开的政府信息，本机关**无法提供**。`,
        },
      },
    ]),
    p('检索情况：{searchRecord}', 'searchRecord'),
    { kind: 'list', of: 'reasons', text: '{reason}', numbered: 'none' },
    p(
      [
        '请向负责公开该政府信息的{competentOrgan}提出',
        { when: 'competentContact', text: '，联系方式：{competentContact}' },
        '。',
      ],
      'competentOrgan',
    ),
  ],
  remedies: [remediesOf('reply')],
})

const notProcessed = reply({
  letter: 'disclosure_reply_not_processed',
  title: '政府信息公开申请不予处理告知书',
  legalBasis: [ogi('第三十五条'), ogi('第三十六条第六项'), ogi('第三十九条')],
  blocks: [
    p([
      {
        by: 'ground',
        texts: {
          petition: `经审查，你（单位）以政府信息公开申请的形式进行信访、投诉、举报等活动。根据${ogi('第三十九条第一款')}的规定，**不作为政府信息公开申请处理**。`,
          repeat: `本机关已就你（单位）提出的相同政府信息公开申请作出答复。根据${ogi('第三十六条第六项')}的规定，**不予重复处理**。`,
          publication: `你（单位）申请的内容为要求提供政府公报、报刊、书籍等公开出版物。根据${ogi('第三十九条第二款')}的规定，**不作为政府信息公开申请处理**，告知获取的途径。`,
          massive: `你（单位）申请公开政府信息的数量、频次明显超过合理范围，本机关认为所说明的理由不合理。根据${ogi('第三十五条')}的规定，**不予处理**。`,
          confirm: '你（单位）要求本机关确认或者重新出具已经获取的信息，不属于申请公开政府信息，**不予处理**。',
        },
      },
    ]),
    { kind: 'list', of: 'reasons', text: '{reason}', numbered: 'none' },
    p('本机关此前的答复见编号 {earlierCaseNo}的申请。', 'earlierCaseNo'),
    p('{access}', 'access'),
  ],
  remedies: [remediesOf('reply')],
})

const lapsed = reply({
  letter: 'disclosure_reply_lapsed',
  title: '政府信息公开申请不再处理告知书',
  legalBasis: [ogi('第三十条'), ogi('第四十二条')],
  blocks: [
    p([
      {
        by: 'ground',
        texts: {
          no_correction: '本机关已一次性告知你（单位）补正',
          no_fee: '本机关已书面告知你（单位）缴纳信息处理费',
          withdrawn: '你（单位）已撤回申请',
          other: '经审查，该申请已无须继续处理',
        },
      },
      { when: 'noticeNo', text: '（{noticeNo}，{noticeOn}）' },
      { when: 'dueOn', text: '，期限至{dueOn}届满' },
      '。{finding}',
    ]),
    p([
      {
        by: 'ground',
        texts: {
          no_correction: `根据${ogi('第三十条')}的规定，无正当理由逾期不补正的，视为放弃申请，本机关**不再处理**该政府信息公开申请。`,
          no_fee: `根据${ogi('第四十二条')}和信息处理费管理的有关规定，逾期未缴纳的视为放弃申请，本机关**不再处理**该政府信息公开申请。`,
          withdrawn: '本机关**不再处理**该政府信息公开申请。',
          other: '本机关**不再处理**该政府信息公开申请。',
        },
      },
    ]),
    p('你（单位）可以另行提出内容明确的申请。', 'ground=no_correction'),
  ],
  remedies: [remediesOf('reply')],
})

const corrected = reply({
  letter: 'disclosure_correction_reply',
  title: '政府信息更正告知书',
  legalBasis: [ogi('第四十一条')],
  blocks: [
    p(`你（单位）提出本机关提供的与自身相关的政府信息记录不准确，要求更正。经审核：{finding}`),
    p([
      `根据${ogi('第四十一条')}的规定，`,
      {
        by: 'result',
        texts: {
          corrected: '本机关已**予以更正**',
          transferred: '该记录不属于本机关职能范围，本机关已**转送有权更正的行政机关处理**',
          told_where: '该记录不属于本机关职能范围，请**向有权更正的行政机关提出**',
          not_verified: '所提证据不能证明该记录不准确，本机关**不予更正**',
        },
      },
      { when: 'correctedOn', text: '，更正日期为{correctedOn}' },
      '。',
    ]),
    p(
      [
        '有权更正的行政机关：{competentOrgan}',
        { when: 'competentContact', text: '，联系方式：{competentContact}' },
        '。',
      ],
      'competentOrgan',
    ),
  ],
  remedies: [remediesOf('reply')],
})

/** Replies under the Regulation of 2019. */
export const disclosureReplies: readonly LetterTemplate[] = [
  ...granted,
  ...partial,
  ...denied,
  ...unable,
  ...notProcessed,
  ...lapsed,
  ...corrected,
]
