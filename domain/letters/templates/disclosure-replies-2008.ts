import type { PlainDate } from '../../plain-date.ts'
import type { LetterTemplate, TemplateBlock } from '../template.ts'
import { complaint2008, ogi, weReceived } from './disclosure-parts.ts'
import { closedBy, h, law, letterNumber, p, reissued, remediesOf, seals, to } from './parts.ts'

type Reply = Pick<LetterTemplate, 'letter' | 'title' | 'legalBasis'> & { readonly blocks: readonly TemplateBlock[] }

/** Under the Regulation of 2008, before and after the time to go to court became six months. */
const reply = ({ letter, title, legalBasis, blocks }: Reply): readonly LetterTemplate[] => {
  const version = (name: string, inForceFrom: PlainDate, withdrawnFrom: PlainDate): LetterTemplate => ({
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
      h('申请公开的政府信息'),
      p('{subject}'),
      p('文号：{documentNo}', 'documentNo'),
      h('答复意见'),
      ...blocks,
      h('救济途径'),
      remediesOf('reply'),
      p(complaint2008),
    ],
    closing: closedBy(seals.disclosure),
    notes: [],
    second: null,
  })
  return [version('v1', law.ogi2008, law.litigation2015), version('v2', law.litigation2015, law.ogi2019)]
}

const granted = reply({
  letter: 'disclosure_reply_granted',
  title: '政府信息公开告知书',
  legalBasis: [ogi('第二十一条第一项')],
  blocks: [
    p([
      `你（单位）申请公开的政府信息属于公开范围。根据${ogi('第二十一条第一项')}的规定，**予以公开**，`,
      {
        by: 'way',
        texts: {
          published: '该政府信息已经主动公开，获取的方式和途径告知如下：',
          supplied: '以{supplyForm}形式随本告知书一并提供。',
          told: '获取的方式和途径告知如下：',
        },
      },
    ]),
    p('{access}', 'access'),
  ],
})

const partial = reply({
  letter: 'disclosure_reply_partial',
  title: '政府信息部分公开告知书',
  legalBasis: [ogi('第二十二条')],
  blocks: [
    p(
      `你（单位）申请公开的政府信息中含有不应当公开的内容，能够作区分处理。根据${ogi('第二十二条')}的规定，**部分公开**如下：`,
    ),
    h('（一）予以公开的内容', 'disclosed'),
    { kind: 'list', of: 'disclosed', text: '{what}（{form}）', numbered: 'arabic' },
    p('获取方式、途径和时间：{access}', 'access'),
    h('（二）不予公开的内容和理由', 'withheld'),
    { kind: 'list', of: 'withheld', text: '{what}：{reason}', numbered: 'arabic' },
  ],
})

const denied = reply({
  letter: 'disclosure_reply_denied',
  title: '政府信息不予公开告知书',
  legalBasis: [ogi('第二十一条第二项')],
  blocks: [
    p(
      `经审查，你（单位）申请公开的政府信息属于不予公开范围（{ground}）。根据${ogi('第二十一条第二项')}的规定，本机关**不予公开**。`,
    ),
    h('理由', 'reasons'),
    { kind: 'list', of: 'reasons', text: '{reason}', numbered: 'none' },
  ],
})

const unable = reply({
  letter: 'disclosure_reply_unable',
  title: '政府信息无法提供告知书',
  legalBasis: [ogi('第二十一条第三项'), ogi('第二十一条第四项')],
  blocks: [
    p([
      {
        by: 'ground',
        texts: {
          not_found: `你（单位）申请公开的政府信息**不存在**。根据${ogi('第二十一条第三项')}的规定，告知你（单位）。`,
          not_ours: `你（单位）申请公开的政府信息依法**不属于本行政机关公开**。根据${ogi('第二十一条第三项')}的规定，告知如下：`,
          make: `本机关没有制作或者获取你（单位）申请公开的政府信息，该政府信息**不存在**。根据${ogi('第二十一条第三项')}的规定，告知你（单位）。`,
          unclear: `你（单位）申请的内容经更改、补充仍不明确，本机关**无法提供**（${ogi('第二十一条第四项')}）。`,
        },
      },
    ]),
    p('检索情况：{searchRecord}', 'searchRecord'),
    { kind: 'list', of: 'reasons', text: '{reason}', numbered: 'none' },
    p(
      [
        '该政府信息的公开机关为{competentOrgan}',
        { when: 'competentContact', text: '，联系方式：{competentContact}' },
        '。',
      ],
      'competentOrgan',
    ),
  ],
})

/** Replies under the Regulation of 2008; it knows neither 不予处理 nor 不再处理. */
export const disclosureReplies2008: readonly LetterTemplate[] = [...granted, ...partial, ...denied, ...unable]
