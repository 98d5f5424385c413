import { describe, expect, it } from 'vitest'
import { columnMeaning } from './columns.ts'
import { completeItem } from './complete-item.ts'
import { detailFields, findDetailColumn } from './detail-columns.ts'
import { parseRow } from './parse-row.ts'
import type { CatalogueRow } from './catalogue-field.ts'

const base = { name: '取水许可', kind: '行政许可', organ: '县水务局' }

const rowOf = (columns: Readonly<Record<string, unknown>>): CatalogueRow =>
  Object.fromEntries(
    Object.entries(columns).map(([header, value]) => {
      const field = columnMeaning(header)?.field
      if (field === undefined) throw new Error(`no column ${header}`)
      return [field, value]
    }),
  )
const itemOf = (columns: Readonly<Record<string, unknown>>, previous: Parameters<typeof completeItem>[0] = null) => {
  const entry = parseRow({ ...base, ...rowOf(columns) })
  if (!entry.ok) throw new Error(JSON.stringify(entry.error))
  const item = completeItem(previous, entry.value)
  if (!item.ok) throw new Error(JSON.stringify(item.error))
  return item.value
}

describe('columns of the guide', () => {
  it('[SRV-41] every field of the details has a header of its own', () => {
    const headers = detailFields.flatMap((field) => findDetailColumn(field)?.headers ?? [])
    expect(new Set(headers).size).toBe(headers.length)
    for (const field of detailFields)
      for (const header of findDetailColumn(field)?.headers ?? [])
        expect(columnMeaning(header)?.field, header).toBe(field)
  })

  it('[SRV-41] codes are read by number, by the words of the standard, and shortened', () => {
    const item = itemOf({
      行使层级: '4',
      实施主体性质: '法定机关',
      权力来源: '法定本级',
      办理形式: '窗口、电脑端网上办理,快递申请',
      服务对象代码: '1,2',
      特别程序: '1',
      事项状态: '在用',
      审批结果类型: '证照',
    })
    expect(item.details).toMatchObject({
      body: { level: 'county', nature: 'statutory', powerSource: 'own', uscc: null },
      access: { forms: ['window', 'web', 'express'], inHall: null },
      service: { audience: ['person', 'enterprise'] },
      limits: { special: ['extension'] },
      version: { status: 'in_use' },
      result: { type: 'certificate' },
    })
  })

  it('[SRV-41] texts, lists, yes and no, counts and dates', () => {
    expect(
      itemOf({
        办理地点: '1.政务大厅 3 号窗口；2.便民站',
        办理时间: '工作日 9:00—17:00',
        监督电话: '0000-12345',
        是否网办: '是',
        是否支持物流快递: '不支持',
        到办事现场次数: '1 次',
        计划生效日期: '2026/01/01',
        联办机构: ['县住建局', '县环保局'],
      }).details,
    ).toMatchObject({
      contact: { places: ['政务大厅 3 号窗口', '便民站'], supervisePhone: '0000-12345' },
      access: { online: true, logistics: false, visits: 1 },
      version: { effectiveFrom: '2026-01-01' },
      body: { jointOrgans: ['县住建局', '县环保局'] },
    })
  })

  it('[SRV-41] a cell that cannot be read is named, every one of the row', () => {
    const entry = parseRow({ ...base, ...rowOf({ 行使层级: '8', 是否网办: '也许', 计划取消日期: '2026-02-30' }) })
    expect(entry.ok ? [] : entry.error.map(({ code, field, params }) => [code, field, params['value']])).toEqual([
      ['detail_unclear', 'version.cancelledFrom', '2026-02-30'],
      ['detail_unclear', 'body.level', '8'],
      ['detail_unclear', 'access.online', '也许'],
    ])
  })

  it('[SRV-41] a file without a column keeps what was published, an empty cell takes it back', () => {
    const first = { ...itemOf({ 咨询电话: '12345', 咨询方式: '电话', 行使层级: '4' }), id: 'T1', version: 1 }
    expect(itemOf({}, first).details).toEqual(first.details)
    const second = itemOf({ 咨询电话: '' }, first)
    expect(second.details?.contact).toMatchObject({ phone: null, way: '电话' })
    expect(itemOf({ 咨询电话: '', 咨询方式: '', 行使层级: null }, first).details).toBeUndefined()
    expect(itemOf({})).not.toHaveProperty('details')
  })

  it('[SRV-41] steps of the examination with organ and limit', () => {
    expect(itemOf({ 审批环节: '受理审核//2\n现场勘验/县水政监察大队/5个工作日\n审批' }).steps).toEqual([
      { name: '受理审核', organ: null, limitDays: 2 },
      { name: '现场勘验', organ: '县水政监察大队', limitDays: 5 },
      { name: '审批', organ: null, limitDays: null },
    ])
    expect(itemOf({ steps: [{ name: '审批', organ: '县水务局', limit_days: 3 }] }).steps).toEqual([
      { name: '审批', organ: '县水务局', limitDays: 3 },
    ])
    const unclear = parseRow({ ...base, ...rowOf({ 审批环节: '审批/县水务局/三天' }) })
    expect(unclear.ok ? [] : unclear.error.map(({ code, field }) => [code, field])).toEqual([
      ['detail_unclear', 'steps'],
    ])
  })

  it('[SRV-41] materials with originals, copies and what else the list says', () => {
    const [material] = itemOf({
      申请材料: [
        { name: '营业执照', originals: 1, copies: '2份', issuer: '县市场监管局', electronic_accepted: '支持' },
      ],
    }).materials
    expect(material).toMatchObject({
      originals: 1,
      copies: 2,
      detail: { issuer: '县市场监管局', electronic: true, sample: null },
    })
  })

  it('[SRV-41] joint handling and phrases', () => {
    expect(itemOf({ 是否联合办理: '是', 常用意见: '同意；拟同意，请领导审批' })).toMatchObject({
      joint: true,
      phrases: ['同意', '拟同意，请领导审批'],
    })
    expect(itemOf({ 是否联合办理: '否' })).not.toHaveProperty('joint')
  })
})
