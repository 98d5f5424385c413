import type { LetterTemplate } from '../template.ts'
import { complaint2019, ogi, weReceived } from './disclosure-parts.ts'
import { closedBy, h, law, letterNumber, p, pairs, reissued, remediesOf, row, rowIf, seals, to } from './parts.ts'

/** What was the same under both Regulations: the first version ends where the second begins. */
const since2008 = { version: 'v1', inForceFrom: law.ogi2008, withdrawnFrom: law.ogi2019 } as const
const since2019 = { version: 'v2', inForceFrom: law.ogi2019, withdrawnFrom: null } as const
const only2019 = { version: 'v1', inForceFrom: law.ogi2019, withdrawnFrom: null } as const

const ofDisclosure = { number: letterNumber, closing: closedBy(seals.disclosure), notes: [], second: null } as const

const items = { kind: 'list', of: 'items', text: '{what}', numbered: 'chinese' } as const

const correctionTitle = { letter: 'disclosure_correction_notice', title: '政府信息公开申请补正告知书' } as const

const correction: readonly LetterTemplate[] = [
  {
    ...ofDisclosure,
    ...correctionTitle,
    ...since2008,
    legalBasis: [ogi('第二十一条第四项')],
    blocks: [
      to(),
      reissued,
      p(weReceived(`经审查，申请内容不明确。根据${ogi('第二十一条第四项')}的规定，请作出更改、补充：`)),
      items,
      p('请于**{correctBy:weekday}**前将更改、补充的内容送交本机关。{consequence}'),
    ],
  },
  {
    ...ofDisclosure,
    ...correctionTitle,
    ...since2019,
    legalBasis: [ogi('第三十条')],
    blocks: [
      to(),
      reissued,
      p(weReceived(`经审查，申请内容不明确。根据${ogi('第三十条')}的规定，现将需要补正的事项一次性告知如下：`)),
      items,
      p('请于**{correctBy:weekday}**前将补正后的申请提交本机关。答复期限自本机关收到补正的申请之日起计算。'),
      h('逾期不补正的后果'),
      p('{consequence}'),
      p('对补正内容有疑问的，可以向本机关咨询，本机关将给予指导和释明。咨询电话：{phone}。'),
    ],
  },
]

const extensionTitle = { letter: 'disclosure_extension_notice', title: '政府信息公开申请延期答复告知书' } as const
const newLimit = pairs([
  row('原期限届满', [
    { when: 'oldDue', text: '{oldDue:weekday}' },
    { when: 'oldDueProvisional', text: '，暂定' },
    { when: '!oldDue', text: '征求意见期间，尚未确定' },
  ]),
  row('延长后届满', [
    { when: 'newDue', text: '**{newDue:weekday}**' },
    { when: 'newDueProvisional', text: '**，暂定**' },
    { when: '!newDue', text: '征求意见期间，尚未确定' },
  ]),
])

const extension: readonly LetterTemplate[] = [
  {
    ...ofDisclosure,
    ...extensionTitle,
    ...since2008,
    legalBasis: [ogi('第二十四条第二款')],
    blocks: [
      to(),
      reissued,
      p(weReceived('因{reason}，不能在15个工作日内答复。')),
      p(
        `根据${ogi('第二十四条第二款')}的规定，经本机关政府信息公开工作机构负责人同意，**延长{days}个工作日**答复。征求第三方意见所需时间不计算在内。`,
      ),
      newLimit,
    ],
  },
  {
    ...ofDisclosure,
    ...extensionTitle,
    ...since2019,
    legalBasis: [ogi('第三十三条第二款')],
    blocks: [
      to(),
      reissued,
      p(weReceived('因{reason}，不能在20个工作日内答复。')),
      p(
        `根据${ogi('第三十三条第二款')}的规定，经本机关政府信息公开工作机构负责人同意，**延长{days}个工作日**答复。征求第三方和其他机关意见所需时间不计算在内（第三款）。`,
      ),
      newLimit,
    ],
  },
]

const reason: LetterTemplate = {
  ...ofDisclosure,
  ...only2019,
  letter: 'disclosure_reason_notice',
  title: '政府信息公开申请说明理由告知书',
  legalBasis: [ogi('第三十五条')],
  blocks: [
    to(),
    reissued,
    p(weReceived('{finding}')),
    p(
      `你（单位）申请公开政府信息的数量、频次明显超过合理范围。根据${ogi('第三十五条')}的规定，请于**{reasonBy:weekday}**前书面说明理由。`,
    ),
    p(
      '理由合理但无法在规定期限内答复的，本机关将确定延迟答复的合理期限并告知；理由不合理或者逾期未说明的，本机关将告知不予处理。',
    ),
  ],
}

const delay: LetterTemplate = {
  ...ofDisclosure,
  ...only2019,
  letter: 'disclosure_delay_notice',
  title: '政府信息公开申请延迟答复告知书',
  legalBasis: [ogi('第三十五条')],
  blocks: [
    to(),
    reissued,
    p(weReceived('你（单位）已说明申请公开政府信息数量、频次的理由。')),
    p('经审核：{finding}'),
    p([
      `本机关认为申请理由合理，但是无法在${ogi('第三十三条')}规定的期限内答复。根据${ogi('第三十五条')}的规定，确定延迟答复的合理期限为**{delayDays}个工作日**`,
      { when: 'newDue', text: '，至**{newDue:weekday}**届满' },
      { when: 'newDueProvisional', text: '（暂定）' },
      '。',
    ]),
  ],
}

const fee: LetterTemplate = {
  ...ofDisclosure,
  version: 'v1',
  inForceFrom: law.ogiFee,
  withdrawnFrom: null,
  letter: 'disclosure_fee_notice',
  title: '政府信息公开信息处理费收费通知书',
  legalBasis: [ogi('第四十二条第一款'), '《政府信息公开信息处理费管理办法》第三条'],
  blocks: [
    to(),
    reissued,
    p(
      weReceived(
        `申请公开政府信息的数量、频次明显超过合理范围。根据${ogi('第四十二条第一款')}和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第三条的规定，收取信息处理费：`,
      ),
    ),
    pairs([
      row('计收方式', '{tariff}', '计收数量', [
        { when: 'tariff=by_case', text: '本自然月累计第 {quantity} 件' },
        { when: 'tariff=by_page', text: '{quantity} 页' },
      ]),
      row('应缴金额', '**{amount}**', '大写', '{amount:capitals}'),
      row('收费标准', [
        {
          by: 'tariff',
          texts: {
            by_case:
              '同一申请人一个自然月内累计申请10件以下（含10件）的不收费；11—30件（含30件）的部分100元/件；31件以上的部分，以10件为一档，每增加一档，收费标准提高100元/件。',
            by_page:
              '30页以下（含30页）的不收费；31—100页（含100页）的部分10元/页；101—200页（含200页）的部分20元/页；201页以上的部分40元/页。',
          },
        },
      ]),
    ]),
    p(
      '请自收到本通知书次日起**{payDays}日内**缴纳。缴纳方式：到{place}缴纳，或者按窗口提供的缴款码缴纳，款项全额上缴国库。',
    ),
    p('逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。缴清之后，答复期限重新计算。'),
  ],
}

const transfer: LetterTemplate = {
  ...ofDisclosure,
  ...only2019,
  letter: 'disclosure_transfer_notice',
  title: '政府信息公开申请转办告知书',
  legalBasis: [ogi('第三十六条第五项'), ogi('第四十一条')],
  blocks: [
    to(),
    reissued,
    p(weReceived('{reason}')),
    p([
      {
        by: 'what',
        texts: {
          request: `根据${ogi('第三十六条第五项')}的规定，现告知负责公开该政府信息的机关，你（单位）的申请材料同时**转送**该机关：`,
          record: `你（单位）要求更正与自身相关的政府信息记录，该记录不属于本机关职能范围。根据${ogi('第四十一条')}的规定，本机关**转送**有权更正的行政机关处理：`,
        },
      },
    ]),
    pairs([row('机关名称', '{target}'), rowIf('targetContact', '联系方式', '{targetContact}')]),
    p('办理期限由该机关依法计算，进展请向该机关了解。'),
  ],
}

const override: readonly LetterTemplate[] = (
  [
    ['v1', law.ogi2019, law.reconsideration2024],
    ['v2', law.reconsideration2024, null],
  ] as const
).map(([version, inForceFrom, withdrawnFrom]): LetterTemplate => ({
  ...ofDisclosure,
  version,
  inForceFrom,
  withdrawnFrom,
  letter: 'disclosure_third_party_override',
  title: '依申请公开政府信息告知书',
  legalBasis: [ogi('第三十二条')],
  closing: closedBy(seals.disclosure, ['第三方签收：', '签收日期：']),
  blocks: [
    to('{party}：'),
    reissued,
    p([
      '本机关办理一件政府信息公开申请（编号 {caseNo}），申请公开的政府信息涉及你（单位）。',
      { when: 'objected', text: '你（单位）曾提出不同意公开的意见。' },
      { when: '!objected', text: '经书面征求意见，你（单位）未在期限内提出意见。' },
    ]),
    p(
      `经审查，本机关认为不公开可能对公共利益造成重大影响。根据${ogi('第三十二条')}的规定，**决定予以公开**，现将决定公开的政府信息内容和理由告知如下：`,
    ),
    h('决定公开的内容'),
    p('{what}'),
    h('理由'),
    p('{reason}'),
    h('救济途径'),
    remediesOf('reply'),
    p(complaint2019),
  ],
}))

/** Letters on the way to the reply. */
export const disclosureNotices: readonly LetterTemplate[] = [
  ...correction,
  reason,
  delay,
  ...extension,
  fee,
  transfer,
  ...override,
]
