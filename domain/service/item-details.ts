import type { PlainDate } from '../plain-date.ts'
import type {
  AudienceCode,
  BodyNature,
  HandlingForm,
  ItemLevel,
  ItemStatus,
  PowerSource,
  ResultType,
  SpecialCode,
} from './item-codes.ts'

/**
 * What a guide says beside what a case counts and prints by: GB/T 39046-2020 table 4 and the implementation list (实施清单), in groups.
 * A group that is absent is not published; null in a group = this field is not.
 */
export interface ItemDetails {
  readonly version: ItemVersion
  readonly codes: ItemCodes
  readonly body: ItemBody
  readonly limits: ItemLimitTexts
  readonly access: ItemAccess
  readonly service: ItemService
  readonly contact: ItemContact
  readonly result: ItemResult
  readonly charge: ItemCharge
}

/** 事项状态 and 计划生效/取消日期. */
export interface ItemVersion {
  readonly status: ItemStatus | null
  readonly effectiveFrom: PlainDate | null
  readonly cancelledFrom: PlainDate | null
}

export interface ItemCodes {
  /** 基本编码. */
  readonly basic: string | null
  /** 业务办理项编码. */
  readonly handling: string | null
}

export interface ItemBody {
  /** 实施主体编码: unified social credit code, as published. */
  readonly uscc: string | null
  readonly nature: BodyNature | null
  readonly level: ItemLevel | null
  /** 行使内容. */
  readonly content: string | null
  /** 权限划分. */
  readonly division: string | null
  readonly powerSource: PowerSource | null
  /** 委托部门. */
  readonly entrustedBy: string | null
  /** 承办机构. */
  readonly handlingOrgan: string | null
  /** 共同实施部门, 联办机构. */
  readonly jointOrgans: readonly string[] | null
  /** 中介服务. */
  readonly intermediary: string | null
  /** 行政管辖. */
  readonly jurisdiction: string | null
  /** 乡镇街道代码, 村居社区代码. */
  readonly townCode: string | null
  readonly villageCode: string | null
}

/** 法定/承诺办结时限说明, 特别程序. */
export interface ItemLimitTexts {
  readonly statutory: string | null
  readonly promised: string | null
  readonly special: readonly SpecialCode[] | null
  readonly specialText: string | null
}

/** How one gets to it. */
export interface ItemAccess {
  readonly forms: readonly HandlingForm[] | null
  /** 是否进驻政务大厅. */
  readonly inHall: boolean | null
  readonly online: boolean | null
  readonly onlineUrl: string | null
  /** 运行系统层级. */
  readonly system: string | null
  readonly appointment: boolean | null
  readonly onlinePayment: boolean | null
  /** 是否支持物流快递. */
  readonly logistics: boolean | null
  /** 终端办理. */
  readonly kiosk: boolean | null
  /** 到办事现场次数. */
  readonly visits: number | null
}

/** Whom it serves, where and how much of it. */
export interface ItemService {
  readonly audience: readonly AudienceCode[] | null
  /** 服务主题. */
  readonly topics: readonly string[] | null
  /** 通办范围. */
  readonly reach: string | null
  /** 数量限制. */
  readonly quantity: string | null
  /** 办理情形. */
  readonly scenes: readonly string[] | null
  /** 常见问题. */
  readonly faq: readonly string[] | null
}

export interface ItemContact {
  readonly places: readonly string[] | null
  readonly hours: string | null
  readonly way: string | null
  readonly phone: string | null
  readonly superviseWay: string | null
  readonly supervisePhone: string | null
}

export interface ItemResult {
  readonly type: ResultType | null
  /** 结果样本: name of the sample. */
  readonly sample: string | null
}

export interface ItemCharge {
  /** 收费项目名称. */
  readonly name: string | null
  readonly reducible: boolean | null
  readonly reductionBasis: string | null
}
