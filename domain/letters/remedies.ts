import { type PlainDate, plainDate } from '../plain-date.ts'

/** 救济途径 as one law has them: its wording and the days it holds for. */
export interface RemedyWording {
  readonly inForceFrom: PlainDate
  /** Null = still. */
  readonly withdrawnFrom: PlainDate | null
  readonly text: string
}

/**
 * What to do against a decision. 行政诉讼法 gave three months until 2015-04-30 and six since (art. 46; 1989: art. 39); 行政复议法 (2023)
 * wants reconsideration first where information is withheld under arts. 14–16 of the Regulation (art. 23(1)(4)), and that the decision
 * says so (23(2)). Other replies can go to court at once.
 */
export const remedies: Readonly<Record<string, readonly RemedyWording[]>> = {
  /** 不予公开: 条例 arts. 14–16. */
  withheld: [
    {
      inForceFrom: plainDate('2008-05-01'),
      withdrawnFrom: plainDate('2015-05-01'),
      text: '如对本告知不服，可以自收到本告知书之日起60日内依法申请行政复议，或者自收到本告知书之日起3个月内依法向人民法院提起行政诉讼。',
    },
    {
      inForceFrom: plainDate('2015-05-01'),
      withdrawnFrom: plainDate('2024-01-01'),
      text: '如对本告知不服，可以自收到本告知书之日起60日内依法申请行政复议，或者自收到本告知书之日起6个月内依法向人民法院提起行政诉讼。',
    },
    {
      inForceFrom: plainDate('2024-01-01'),
      withdrawnFrom: null,
      text:
        '如对本告知不服，根据《中华人民共和国行政复议法》第二十条、第二十三条的规定，应当自收到本告知书之日起60日内先向{reconsiderationOrgan}申请行政复议；' +
        '对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向人民法院提起行政诉讼。',
    },
  ],
  /** Any other reply to a disclosure request. */
  reply: [
    {
      inForceFrom: plainDate('2008-05-01'),
      withdrawnFrom: plainDate('2015-05-01'),
      text: '如对本告知不服，可以自收到本告知书之日起60日内依法申请行政复议，或者自收到本告知书之日起3个月内依法向人民法院提起行政诉讼。',
    },
    {
      inForceFrom: plainDate('2015-05-01'),
      withdrawnFrom: plainDate('2024-01-01'),
      text: '如对本告知不服，可以自收到本告知书之日起60日内依法申请行政复议，或者自收到本告知书之日起6个月内依法向人民法院提起行政诉讼。',
    },
    {
      inForceFrom: plainDate('2024-01-01'),
      withdrawnFrom: null,
      text:
        '如对本告知不服，可以自收到本告知书之日起60日内依法向{reconsiderationOrgan}申请行政复议，或者自收到本告知书之日起6个月内依法向人民法院提起行政诉讼' +
        '（《中华人民共和国行政复议法》第二十条、《中华人民共和国行政诉讼法》第四十六条）。',
    },
  ],
  /** A decision on a service request. */
  decision: [
    {
      inForceFrom: plainDate('2015-05-01'),
      withdrawnFrom: plainDate('2024-01-01'),
      text: '对本决定不服的，可以自收到本决定书之日起六十日内依法申请行政复议，也可以自收到本决定书之日起六个月内依法向人民法院提起行政诉讼。',
    },
    {
      inForceFrom: plainDate('2024-01-01'),
      withdrawnFrom: null,
      text:
        '对本决定不服的，可以自收到本决定书之日起六十日内依法向{reconsiderationOrgan}申请行政复议，也可以自收到本决定书之日起六个月内依法向{court}提起行政诉讼' +
        '（《中华人民共和国行政复议法》第二十条、《中华人民共和国行政诉讼法》第四十六条）。',
    },
  ],
}

/** The wording on a day. Throws where there is none: templates are checked before they are used. */
export const remediesOn = (name: string, on: PlainDate): string => {
  const wording = findRemedies(name, on)
  if (wording === undefined) throw new Error(`no remedies ${name} on ${on}`)
  return wording.text
}

export const findRemedies = (name: string, on: PlainDate): RemedyWording | undefined =>
  remedies[name]?.find(
    ({ inForceFrom, withdrawnFrom }) => inForceFrom <= on && (withdrawnFrom === null || on < withdrawnFrom),
  )
