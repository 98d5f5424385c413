import type { LetterTemplate } from '../template.ts'
import { ogi, weReceived } from './disclosure-parts.ts'
import { caseNumber, closedBy, h, law, letterNumber, p, pairs, reissued, row, seals, to, written } from './parts.ts'

const since2008 = { version: 'v1', inForceFrom: law.ogi2008, withdrawnFrom: law.ogi2019 } as const
const since2019 = { version: 'v2', inForceFrom: law.ogi2019, withdrawnFrom: null } as const
const only2019 = { version: 'v1', inForceFrom: law.ogi2019, withdrawnFrom: null } as const
const ofDisclosure = { number: letterNumber, notes: [], second: null } as const

const opinionFields = [
  { name: '意见', lines: 1, offers: '□ 同意公开　　□ 部分同意公开　　□ 不同意公开' },
  { name: '理由和说明', lines: 5 },
  { name: '签名（盖章）', lines: 1 },
  { name: '日期', lines: 1 },
] as const

const partyLetter = { letter: 'disclosure_third_party_letter', title: '政府信息公开征求意见书' } as const
const receivedByParty = ['第三方签收：', '签收日期：'] as const

const thirdPartyLetter: readonly LetterTemplate[] = [
  {
    ...ofDisclosure,
    ...partyLetter,
    ...since2008,
    legalBasis: [ogi('第二十三条')],
    closing: closedBy(seals.disclosure, receivedByParty),
    blocks: [
      to('{party}：'),
      reissued,
      p(
        '本机关收到一件政府信息公开申请（编号 {caseNo}），申请公开的政府信息涉及你（单位），公开后可能损害你（单位）的合法权益。',
      ),
      h('征求意见的政府信息'),
      p('{matter}'),
      p(`根据${ogi('第二十三条')}的规定，现书面征求你（单位）的意见。请填写征求意见确认函，及时书面答复本机关。`),
      p(
        '不同意公开的，本机关不予公开；但是，本机关认为不公开可能对公共利益造成重大影响的，应当予以公开，并将决定公开的政府信息内容和理由书面通知你（单位）。',
      ),
    ],
  },
  {
    ...ofDisclosure,
    ...partyLetter,
    ...since2019,
    legalBasis: [ogi('第三十二条')],
    closing: closedBy(seals.disclosure, receivedByParty),
    blocks: [
      to('{party}：'),
      reissued,
      p(
        '本机关收到一件政府信息公开申请（编号 {caseNo}），申请公开的政府信息涉及你（单位），公开可能损害你（单位）的合法权益。',
      ),
      h('征求意见的政府信息'),
      p('{matter}'),
      p(
        `根据${ogi('第三十二条')}的规定，现书面征求你（单位）的意见。请自收到本征求意见书之日起**15个工作日内**填写征求意见确认函，书面提出意见并说明理由。`,
      ),
      p(
        '逾期未提出意见的，由本机关依照条例的规定决定是否公开。不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知你（单位）。',
      ),
    ],
  },
]

const thirdPartyForm: LetterTemplate = {
  number: caseNumber,
  notes: ['本函由被征求意见方填写后交回本机关。'],
  second: null,
  letter: 'disclosure_third_party_form',
  version: 'v1',
  inForceFrom: law.ogi2008,
  withdrawnFrom: null,
  legalBasis: [],
  title: '政府信息公开征求意见确认函',
  closing: closedBy(seals.none, [], ''),
  blocks: [
    to('{organ}：'),
    p('关于编号 {caseNo}的政府信息公开申请，你机关征求本人（单位）意见的政府信息为：'),
    p('{matter}'),
    p('现确认意见如下：'),
    written(opinionFields),
    pairs([row('被征求意见方', '{party}'), row('交回地点', '{place}'), row('咨询电话', '{phone}')]),
  ],
}

const applicantTitle = { letter: 'disclosure_third_party_notice', title: '征求第三方意见告知书' } as const
const closing = closedBy(seals.disclosure)

const applicantNotice: readonly LetterTemplate[] = [
  {
    ...ofDisclosure,
    ...applicantTitle,
    ...since2008,
    closing,
    legalBasis: [ogi('第二十三条'), ogi('第二十四条第三款')],
    blocks: [
      to(),
      reissued,
      p(
        weReceived(
          `申请公开的政府信息涉及第三方，本机关于{sentOn}依照${ogi('第二十三条')}的规定书面征求{parties}个第三方的意见。`,
        ),
      ),
      p(`根据${ogi('第二十四条第三款')}的规定，**征求第三方意见所需时间不计算在答复期限内**。`),
    ],
  },
  {
    ...ofDisclosure,
    ...applicantTitle,
    ...since2019,
    closing,
    legalBasis: [ogi('第三十二条'), ogi('第三十三条第三款')],
    blocks: [
      to(),
      reissued,
      p(
        weReceived(
          `申请公开的政府信息涉及第三方，本机关于{sentOn}依照${ogi('第三十二条')}的规定书面征求{parties}个第三方的意见。`,
        ),
      ),
      p(
        `根据${ogi('第三十三条第三款')}的规定，**征求第三方意见所需时间不计算在答复期限内**。第三方应当自收到征求意见书之日起15个工作日内提出意见。`,
      ),
    ],
  },
]

const coProducer: LetterTemplate = {
  ...ofDisclosure,
  ...only2019,
  letter: 'disclosure_co_producer_letter',
  title: '政府信息公开征求意见书',
  legalBasis: [ogi('第三十四条')],
  closing: closedBy(seals.disclosure, ['收文机关签收：', '签收日期：']),
  blocks: [
    to('{party}：'),
    reissued,
    p('本机关收到一件政府信息公开申请（编号 {caseNo}），申请公开的政府信息由本机关牵头、与你机关共同制作。'),
    h('征求意见的政府信息'),
    p('{matter}'),
    p(
      `根据${ogi('第三十四条')}的规定，现征求你机关的意见。请自收到本征求意见书之日起**15个工作日内**提出意见，**逾期未提出意见的视为同意公开**。`,
    ),
    { kind: 'slip', title: '征求意见回执', text: '编号 {caseNo}', fields: opinionFields },
  ],
}

const coordination: LetterTemplate = {
  ...ofDisclosure,
  ...only2019,
  letter: 'disclosure_coordination_letter',
  title: '政府信息公开申请协办函',
  legalBasis: [ogi('第十一条')],
  closing: closedBy(seals.disclosure, []),
  blocks: [
    to('{party}：'),
    reissued,
    p([
      '本机关作为首问机关办理一件政府信息公开申请（编号 {caseNo}）',
      { when: 'receivedOn', text: '，收到申请之日为{receivedOn}' },
      { when: 'replyDue', text: '，答复期限至**{replyDue:weekday}**届满' },
      '。申请内容涉及你机关。',
    ]),
    h('申请公开的政府信息'),
    p('{subject}'),
    h('请予协助的事项'),
    p('{question}'),
    p(`根据${ogi('第十一条')}的规定，请与本机关协商、确认，并将书面意见和有关材料送本机关，由本机关统一答复申请人。`),
    pairs([row('联系人', '{clerkName}', '联系电话', '{phone}')]),
  ],
}

/** Letters that ask others, and what the applicant is told of it. */
export const disclosureConsultation: readonly LetterTemplate[] = [
  ...thirdPartyLetter,
  thirdPartyForm,
  ...applicantNotice,
  coProducer,
  coordination,
]
