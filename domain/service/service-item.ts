import type { ItemDetails } from './item-details.ts'

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
  /** Originals asked for beside `copies`; absent = the guide does not tell them apart. */
  readonly originals?: number
  readonly detail?: MaterialDetail
}

/** What the guide says about a material beside its form; null = not published. */
export interface MaterialDetail {
  /** 出具机构. */
  readonly issuer: string | null
  /** 出具时间要求. */
  readonly issueTime: string | null
  /** 办理说明. */
  readonly handling: string | null
  /** 填报须知, 使用说明. */
  readonly filling: string | null
  /** 材料类型. */
  readonly kind: string | null
  /** 规格. */
  readonly format: string | null
  /** 设定依据. */
  readonly basis: string | null
  /** 受理标准. */
  readonly standard: string | null
  readonly electronic: boolean | null
  /** 空白表格, 示例样表: names of the files. */
  readonly blankForm: string | null
  readonly sample: string | null
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
  /** Steps of the examination with their limits; absent = one. */
  readonly steps?: readonly ItemStep[]
  /** Several organs decide together (行政许可法 art. 26(2)). */
  readonly joint?: true
  /** 常用意见 offered to whoever examines. */
  readonly phrases?: readonly string[]
  readonly details?: Partial<ItemDetails>
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
