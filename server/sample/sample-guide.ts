import type { ItemMaterial, MaterialForm, ServiceItem } from '../../domain/service/service-item.ts'

const material = (name: string, form: MaterialForm, copies = 1, tolerable = false): ItemMaterial => ({
  name,
  form,
  copies,
  required: true,
  tolerable,
  source: null,
})

/** One item with its whole guide: eight materials, of which one may follow later. */
export const sampleGuide: ServiceItem = {
  id: 'Q0001',
  version: 1,
  code: '11990000000000019A4990123004000',
  name: '公共场所卫生许可（新办）',
  kind: '行政许可',
  organ: '县卫生健康局',
  group: '公共场所卫生许可',
  legalBasis: ['《公共场所卫生管理条例》第四条'],
  audience: '自然人、企业法人、其他组织',
  conditions: ['经营场所符合国家卫生标准和卫生要求', '从业人员持有健康合格证明', '建立卫生管理制度'],
  materials: [
    material('卫生许可证申请表', 'original'),
    material('营业执照', 'copy'),
    material('经营者身份证明', 'copy'),
    material('经营场所产权证或租赁合同', 'copy'),
    material('场所方位图、平面图', 'original'),
    material('卫生管理制度', 'original'),
    material('从业人员健康合格证明', 'copy', 3, true),
    material('公共场所卫生检测或者评价报告', 'original'),
  ],
  statutoryDays: 20,
  promisedDays: 10,
  dayUnit: 'workday',
  handling: 'committed',
  fee: { charged: false, basis: null, standard: null },
  resultName: '卫生许可证',
  processSteps: ['申请', '受理', '审查', '决定', '送达'],
  note: null,
}
