import { plainDate } from '../../plain-date.ts'
import type { LetterFacts } from '../letter-facts.ts'
import { day, frame, mandate, numbered } from './common.ts'

const parties = {
  addressee: '青岚县清和美发店（统一社会信用代码 92990123MA0QHE5K71）',
  applicant: '周文静　990***********0027',
  representative: '许立（近亲属）　137****5521',
  ...mandate,
} as const

const materials = [
  { name: '营业执照', form: '复印件', pieces: 1, note: '原件已核对退还' },
  { name: '场所方位图、平面图', form: '原件', pieces: 2, note: null },
] as const

type Papers =
  | 'proof_of_service'
  | 'material_handover'
  | 'bundle_receipt'
  | 'guide_booklet'
  | 'mandate'
  | 'agency_handover'
  | 'deposit_list'

export const paperSamples = {
  proof_of_service: {
    ...frame,
    ...numbered('送'),
    recipient: '青岚县清和美发店',
    documents: [
      { name: '准予行政许可决定书', no: '准〔2026〕W03-12号' },
      { name: '公共场所卫生许可证（正本、副本）', no: null },
    ],
    way: '直接送达',
    address: '青岚县城关镇河西路 88 号',
    receivedOn: null,
    receiver: null,
    proof: null,
  },
  material_handover: {
    ...frame,
    item: '公共场所卫生许可（新办）',
    representative: parties.representative,
    ...mandate,
    from: '青岚县政务服务中心综合窗口　林晓梅',
    receiver: '青岚县卫生健康局　吴海峰',
    handedOn: day,
    materials,
  },
  bundle_receipt: {
    ...frame,
    ...parties,
    organ: '青岚县政务服务中心',
    theme: '开办美发店',
    arrivedOn: plainDate('2026-09-28'),
    parts: [
      { item: '个体工商户设立登记', organ: '青岚县市场监督管理局', no: '990123-20260928-W03-0013' },
      { item: '公共场所卫生许可（新办）', organ: '青岚县卫生健康局', no: '990123-20260928-W03-0012' },
    ],
    materials,
    due: null,
    complete: true,
  },
  guide_booklet: {
    ...frame,
    caseNo: null,
    item: '公共场所卫生许可（新办）',
    itemCode: '11990000000000019A4990123004000',
    itemKind: '行政许可',
    itemVersion: 3,
    audience: '自然人、企业法人',
    group: '准营准办',
    bases: [{ basis: '《公共场所卫生管理条例》第四条' }, { basis: '《公共场所卫生管理条例实施细则》第二十二条' }],
    conditions: [{ condition: '有固定的经营场所。' }, { condition: '卫生设施、设备符合国家卫生标准和规范。' }],
    materials: [
      { name: '卫生许可证申请表', form: '原件', copies: '1', required: '必要', source: '申请人自备' },
      { name: '从业人员健康合格证明', form: '复印件', copies: '3', required: '必要，可容缺', source: '健康体检机构' },
      { name: '集中空调通风系统卫生检测报告', form: '原件', copies: '未注明', required: '非必要', source: '检测机构' },
    ],
    steps: [{ step: '收件、受理' }, { step: '现场审查' }, { step: '决定' }, { step: '制证、送达' }],
    statutoryLimit: '20 个工作日',
    promisedLimit: '10 个工作日',
    handling: '承诺件',
    feeText: '不收费',
    resultName: '卫生许可证',
    details: [
      { name: '行使层级', value: '县级' },
      { name: '是否网办', value: '是' },
      { name: '到办事现场次数', value: '1' },
    ],
    note: '申请表和填写样本可以在窗口免费领取。',
  },
  mandate: {
    ...frame,
    ...numbered('委'),
    caseNo: null,
    principal: '周文静',
    principalId: '居民身份证 990***********0027',
    principalPhone: '138****2046',
    agent: '许立',
    agentId: '居民身份证 990***********0336',
    agentPhone: '137****5521',
    matters: [{ matter: '办理公共场所卫生许可（新办）' }, { matter: '领取办理结果' }],
    authority: '代为提交、补正、领取',
    validFrom: plainDate('2026-09-28'),
    validUntil: plainDate('2027-03-31'),
    point: '青岚县城关镇便民服务中心河西村代理点',
  },
  agency_handover: {
    ...frame,
    ...numbered('代交'),
    organ: '青岚县城关镇便民服务中心',
    from: '河西村代理点　马俊',
    receiver: '城关镇便民服务中心　韩雪',
    handedOn: day,
    matters: [
      {
        no: '990123-20261118-A07-0003',
        principal: '罗长海',
        item: '临时救助申请',
        papers: '申请书、户口簿复印件共 3 份',
        due: plainDate('2026-11-23'),
      },
      { no: null, principal: '石玉兰', item: '老年人优待证', papers: '照片 2 张', due: null },
    ],
  },
  deposit_list: {
    ...frame,
    ...numbered('公送'),
    organ: '青岚县人民政府办公室',
    caseNo: null,
    receiver: '青岚县档案馆',
    handedOn: day,
    entries: [
      {
        indexNo: '990123000/2026-00041',
        title: '青岚县人民政府关于印发2026年民生实事项目清单的通知',
        documentNo: '青政发〔2026〕4号',
        madeOn: plainDate('2026-02-11'),
        pieces: '2',
      },
      {
        indexNo: '990123000/2026-00042',
        title: '青岚县城市更新三年行动计划政策解读',
        documentNo: null,
        madeOn: plainDate('2026-02-13'),
        pieces: '1',
      },
    ],
  },
} as const satisfies { readonly [L in Papers]: LetterFacts<L> }
