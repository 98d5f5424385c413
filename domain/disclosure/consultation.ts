import type { PlainDate } from '../plain-date.ts'

/** 第三方 (条例 art. 32) or a co-producing organ (art. 34), each asked by a letter of its own. */
export interface Consulted {
  /** 1, 2, 3 … within the case and its kind. */
  readonly n: number
  readonly name: string
  /** What would be disclosed about it, or was made together. */
  readonly matter: string
  readonly sentOn: PlainDate
  /** `n` of the pause in `clockFacts` that the letter lies in. */
  readonly pause: number
  /** Day the letter reached it; the 15 working days run from here. Null = not recorded yet. */
  readonly receivedOn: PlainDate | null
  readonly opinion: Opinion | null
  /** What it said after its time: kept, without the effect of a word in time. */
  readonly note: LateWord | null
  /** Its letter never arrived, in spite of these attempts: nobody was heard, and the agency decides. */
  readonly undelivered: { readonly attempts: readonly string[] } | null
}

export interface LateWord {
  readonly opinion: Exclude<OpinionKind, 'none'>
  readonly on: PlainDate
  readonly reason: string | null
}

export const opinionKinds = [
  'agree',
  'refuse',
  'none', // no word in time: the agency decides (art. 32), or the co-producer is taken to agree (art. 34)
] as const
export type OpinionKind = (typeof opinionKinds)[number]

export interface Opinion {
  readonly opinion: OpinionKind
  /** Day of the answer, or the last day of the 15 working days. */
  readonly answeredOn: PlainDate
  readonly reason: string | null
  /** A refusal has reasonable grounds (合理理由), as the agency finds; null where nothing is refused. */
  readonly reasonable: boolean | null
}

/** 协办函: another organ is asked to contribute to the one reply of the organ first contacted (首问负责). */
export interface Coordination {
  readonly n: number
  readonly organ: string
  readonly question: string
  readonly sentOn: PlainDate
  readonly answeredOn: PlainDate | null
  readonly answer: string | null
}

/** The organ discloses for the public interest against a third party's will, and tells it what and why (art. 32). */
export interface ThirdPartyOverride {
  readonly party: number
  readonly what: string
  readonly reason: string
  readonly decidedOn: PlainDate
}

export const isOpenConsultation = ({ opinion }: Consulted): boolean => opinion === null
