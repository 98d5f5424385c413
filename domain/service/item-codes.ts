/**
 * Codes of GB/T 39046-2020, annex A, and of the implementation list (实施清单) as deployed: our word → [number, the standard's word]. The kinds
 * of table A.1 and the handlings of A.6 stand in `itemKindCodes` and `handlingCodes` by the words that items carry.
 */

/** A.1 事项类型. */
export const itemKindCodes = {
  行政许可: '01',
  行政处罚: '02',
  行政强制: '03',
  行政征收: '04',
  行政给付: '05',
  行政检查: '06',
  行政确认: '07',
  行政奖励: '08',
  行政裁决: '09',
  其他行政权力: '10',
  公共服务: '20',
} as const

/** A.2 行使层级. */
export const levelCodes = {
  state: ['1', '国家级'],
  province: ['2', '省级'],
  city: ['3', '市级'],
  county: ['4', '县级'],
  township: ['5', '镇（乡、街道）级'],
  village: ['6', '村（社区）级'],
  graded: ['7', '分级管理'],
} as const

/** A.3 实施主体性质. */
export const bodyNatureCodes = {
  statutory: ['1', '法定机关'],
  authorized: ['2', '授权组织'],
  entrusted: ['3', '受委托组织'],
  other: ['9', '其他'],
} as const

/** A.4 服务对象. */
export const audienceCodes = {
  person: ['1', '自然人'],
  enterprise: ['2', '企业法人'],
  institution: ['3', '事业法人'],
  social: ['4', '社会组织法人'],
  organ: ['5', '行政机关'],
  other: ['6', '其他组织'],
} as const

/** A.5 办理形式. */
export const formCodes = {
  window: ['1', '窗口办理'],
  web: ['2', '电脑端网上办理'],
  mobile: ['3', '移动端办理'],
  express: ['4', '快递申请'],
  other: ['9', '其他'],
} as const

/** A.6 办件类型. */
export const handlingCodes = { instant: '1', committed: '2', other: '9' } as const

/** A.7 特别程序. */
export const specialCodes = {
  extension: ['1', '延长审批'],
  other: ['2', '除延长审批之外'],
} as const

/** A.8 满意度: 1 is the best; stars run the other way. */
export const satisfactionCodes = { 非常满意: '1', 满意: '2', 基本满意: '3', 不满意: '4', 非常不满意: '5' } as const

/** 权力来源 (as deployed). */
export const powerSourceCodes = {
  own: ['1', '法定本级行使'],
  handed_down: ['2', '上级下放'],
  authorized_above: ['3', '上级授权'],
  authorized_level: ['4', '同级授权'],
  entrusted_above: ['5', '上级委托'],
  entrusted_level: ['6', '同级委托'],
} as const

/** 审批结果类型 (as deployed). */
export const resultTypeCodes = {
  certificate: ['1', '证照'],
  approval: ['2', '批文'],
  other: ['3', '其他'],
  none: ['4', '无'],
} as const

/** 事项状态 (as deployed). */
export const itemStatusCodes = {
  in_use: ['1', '在用'],
  suspended: ['2', '暂停'],
  cancelled: ['3', '取消'],
} as const

export type ItemLevel = keyof typeof levelCodes
export type BodyNature = keyof typeof bodyNatureCodes
export type AudienceCode = keyof typeof audienceCodes
export type HandlingForm = keyof typeof formCodes
export type SpecialCode = keyof typeof specialCodes
export type PowerSource = keyof typeof powerSourceCodes
export type ResultType = keyof typeof resultTypeCodes
export type ItemStatus = keyof typeof itemStatusCodes

/** Table of a code: our word → [number, the standard's word]. */
export type CodeTable = Readonly<Record<string, readonly [string, string]>>

/** Our words of a code table, for schemas. */
export const codeWords = <T extends CodeTable>(table: T) =>
  // The keys of a constant record are its type's keys.
  Object.keys(table) as readonly (keyof T & string)[] as readonly [keyof T & string, ...(keyof T & string)[]]
