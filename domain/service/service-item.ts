/** In which form a material is handed in. `unspecified` = the guide does not say. */
export const materialForms = ['original', 'copy', 'original_and_copy', 'electronic', 'unspecified'] as const
export type MaterialForm = (typeof materialForms)[number]

export interface ItemMaterial {
  readonly name: string
  readonly form: MaterialForm
  /** Copies asked for; null = the guide does not say (the checklist then asks for one). */
  readonly copies: number | null
  /** Null = the guide does not say; counted as required. */
  readonly required: boolean | null
  /** May be handed in later against a promise (容缺受理). */
  readonly tolerable: boolean
  readonly source: string | null
}

/** 办件类型, GB/T 39046-2020 table A.6: 1 即办件, 2 承诺件, 9 其他. */
export const handlings = ['instant', 'committed', 'other'] as const
export type Handling = (typeof handlings)[number]

/** One step of the examination. */
export interface ItemStep {
  readonly name: string
  /** Null = the organ of the item. */
  readonly organ: string | null
  /** In the unit of the item; null = no limit of its own. */
  readonly limitDays: number | null
}

export interface ItemFee {
  readonly charged: boolean
  readonly basis: string | null
  readonly standard: string | null
}

/** A government service item (政务服务事项) with its guide, in one version. Null = not published. */
export interface ServiceItem {
  /** Stable over versions. */
  readonly id: string
  readonly version: number
  /** 实施编码 as published; lengths differ between standards, so it is text and nothing is derived from it. */
  readonly code: string | null
  readonly name: string
  /** 事项类型 in the words of GB/T 39046 table A.1, e.g. 行政许可. */
  readonly kind: string
  readonly organ: string
  readonly group: string | null
  readonly legalBasis: readonly string[]
  readonly audience: string | null
  readonly conditions: readonly string[]
  readonly materials: readonly ItemMaterial[]
  readonly statutoryDays: number | null
  readonly promisedDays: number | null
  readonly dayUnit: 'workday' | 'day'
  readonly handling: Handling
  readonly fee: ItemFee | null
  readonly resultName: string | null
  readonly processSteps: readonly string[]
  readonly note: string | null
}

/** What a case keeps of its item: enough to count, print and report by, whatever later versions say. */
export interface ItemSnapshot {
  readonly id: string
  readonly version: number
  readonly code: string | null
  readonly name: string
  readonly kind: string
  readonly organ: string
  readonly legalBasis: readonly string[]
  readonly statutoryDays: number | null
  readonly promisedDays: number | null
  readonly dayUnit: 'workday' | 'day'
  readonly handling: Handling
  readonly fee: ItemFee | null
  readonly resultName: string | null
  /** Absent = one examination. */
  readonly steps?: readonly ItemStep[]
  /** Several organs decide together (行政许可法 art. 26(2)): the limits of 42(2) hold. Absent = one organ. */
  readonly joint?: true
}
