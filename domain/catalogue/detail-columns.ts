import {
  audienceCodes,
  bodyNatureCodes,
  formCodes,
  itemStatusCodes,
  levelCodes,
  powerSourceCodes,
  resultTypeCodes,
  specialCodes,
} from '../service/item-codes.ts'
import type { ItemDetails } from '../service/item-details.ts'
import {
  type ReadDetail,
  detailCode,
  detailCodes,
  detailCount,
  detailDate,
  detailList,
  detailText,
  detailYesNo,
} from './read-detail.ts'

/** The headers of a column, the first one its title, and how its cells are read. */
export interface DetailColumn<T> {
  readonly headers: readonly [string, ...string[]]
  readonly read: ReadDetail<T>
}

type Columns<Group> = { readonly [K in keyof Group]-?: DetailColumn<NonNullable<Group[K]>> }

const column = <T>(read: ReadDetail<T>, ...headers: readonly [string, ...string[]]): DetailColumn<T> => ({
  headers,
  read,
})

const line = detailText(300)
const lines = detailText(2000)

/** Longest texts and lists of the details; the contract's schema has the same. */
export const detailLimits = { line: 300, text: 2000, entries: 50, entry: 1000 } as const

const list = detailList(detailLimits.entries, detailLimits.entry)

/** Columns of the guide beside those that a case counts by: names of GB/T 39046-2020 table 4 and of deployed implementation lists. */
export const detailColumns: { readonly [G in keyof ItemDetails]: Columns<ItemDetails[G]> } = {
  version: {
    status: column(detailCode(itemStatusCodes), '事项状态', 'item_status', 'task_state'),
    effectiveFrom: column(detailDate, '计划生效日期', 'plan_effective_date'),
    cancelledFrom: column(detailDate, '计划取消日期', 'plan_cancel_date'),
  },
  codes: {
    basic: column(line, '基本编码', 'catalog_code', 'basic_code'),
    handling: column(line, '办理项编码', 'task_handle_item'),
  },
  body: {
    uscc: column(line, '实施主体编码', '实施主体代码', 'org_code'),
    nature: column(detailCode(bodyNatureCodes), '实施主体性质', 'dept_nature'),
    level: column(detailCode(levelCodes), '行使层级', 'use_level'),
    content: column(lines, '行使内容', '行使层级的行使内容'),
    division: column(lines, '权限划分'),
    powerSource: column(detailCode(powerSourceCodes), '权力来源', 'power_source'),
    entrustedBy: column(line, '委托部门', 'entrust_name'),
    handlingOrgan: column(line, '承办机构', 'handle_org'),
    jointOrgans: column(list, '共同实施部门', '联办机构', 'union_org'),
    intermediary: column(lines, '中介服务', 'inter_service'),
    jurisdiction: column(line, '行政管辖'),
    townCode: column(line, '乡镇街道代码'),
    villageCode: column(line, '村居社区代码'),
  },
  limits: {
    statutory: column(lines, '法定办结时限说明', 'anticipate_explain'),
    promised: column(lines, '承诺办结时限说明', 'promise_explain'),
    special: column(detailCodes(specialCodes), '特别程序', 'special_procedure'),
    specialText: column(lines, '特别程序说明', '特别程序名称'),
  },
  access: {
    forms: column(detailCodes(formCodes), '办理形式', 'handle_form'),
    inHall: column(detailYesNo, '是否进驻政务大厅', 'is_entry_center'),
    online: column(detailYesNo, '是否网办', 'is_online'),
    onlineUrl: column(line, '网办地址', '网上办理地址', '在线办理地址'),
    system: column(line, '运行系统层级', '运行系统'),
    appointment: column(detailYesNo, '是否支持预约办理', '是否支持预约', 'is_schedule'),
    onlinePayment: column(detailYesNo, '是否支持网上支付', '网上支付', 'is_pay_online'),
    logistics: column(detailYesNo, '是否支持物流快递', '物流快递', 'is_deliver'),
    kiosk: column(detailYesNo, '是否支持自助终端办理', '终端办理'),
    visits: column(detailCount, '到办事现场次数', '到现场次数', 'limit_scene_num'),
  },
  service: {
    audience: column(detailCodes(audienceCodes), '服务对象代码', 'server_type'),
    topics: column(list, '服务主题', '主题分类'),
    reach: column(line, '通办范围', 'handle_area'),
    quantity: column(lines, '数量限制', 'count_limit'),
    scenes: column(list, '办理情形', '情形'),
    faq: column(list, '常见问题', 'faq'),
  },
  contact: {
    places: column(list, '办理地点', 'transact_addr'),
    hours: column(lines, '办理时间', 'transact_time'),
    way: column(lines, '咨询方式', 'link_way'),
    phone: column(line, '咨询电话', 'link_phone'),
    superviseWay: column(lines, '监督投诉方式', 'supervise_way'),
    supervisePhone: column(line, '监督电话', '监督投诉电话', 'supervise_phone'),
  },
  result: {
    type: column(detailCode(resultTypeCodes), '审批结果类型', '结果类型', 'result_type'),
    sample: column(line, '结果样本', '审批结果样本'),
  },
  charge: {
    name: column(line, '收费项目名称', '收费项目'),
    reducible: column(detailYesNo, '是否允许减免', 'is_desc'),
    reductionBasis: column(lines, '减免依据', '允许减免依据'),
  },
}

/** `body.level` and so on. */
export type DetailField = { [G in keyof ItemDetails]: `${G}.${keyof ItemDetails[G] & string}` }[keyof ItemDetails]

interface PlacedColumn extends DetailColumn<unknown> {
  readonly group: keyof ItemDetails
  readonly key: string
}

const placed: ReadonlyMap<string, PlacedColumn> = new Map(
  // The keys of the table are its groups.
  (Object.keys(detailColumns) as (keyof ItemDetails)[]).flatMap((group) =>
    Object.entries<DetailColumn<unknown>>(detailColumns[group]).map(
      ([key, { headers, read }]) => [`${group}.${key}`, { group, key, headers, read }] as const,
    ),
  ),
)

// Put together from the groups and keys of the table.
export const detailFields = [...placed.keys()] as readonly DetailField[]

export const findDetailColumn = (field: string): PlacedColumn | undefined => placed.get(field)
