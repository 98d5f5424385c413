import type { FactsOf } from '../fact-types.ts'
import type { disclosureFacts } from '../facts/disclosure-facts.ts'
import type { frameFacts } from '../facts/frame-facts.ts'
import type { mandateFacts } from '../facts/mandate-facts.ts'
import type { serviceFacts } from '../facts/service-facts.ts'
import { plainDate } from '../../plain-date.ts'

// Facts for the golden letters. Persons, firms, the county and its numbers are made up.

export const day = plainDate('2026-11-20')

export const frame: FactsOf<typeof frameFacts> = {
  lawOn: day,
  issuedOn: day,
  organ: '青岚县卫生健康局',
  caseNo: '990123-20260928-W03-0012',
  letterNo: null,
  replacedNo: null,
  centerName: '青岚县政务服务中心',
  place: '青岚县城关镇政通路 1 号　3 号窗口',
  phone: '0900-5550123',
  supervisePhones: '0900-5550101、12345',
  clerkName: '林晓梅',
}

/** What 许立 may do for her. */
export const mandate: FactsOf<typeof mandateFacts> = {
  authority: '一般授权：代为提交、补正、领取',
  mandateFrom: plainDate('2026-09-01'),
  mandateUntil: plainDate('2027-03-31'),
  mandateSeen: true,
}

/** The applicant acts himself. */
const noMandate: FactsOf<typeof mandateFacts> = {
  authority: null,
  mandateFrom: null,
  mandateUntil: null,
  mandateSeen: false,
}

export const service: FactsOf<typeof serviceFacts> = {
  ...frame,
  addressee: '青岚县清和美发店（统一社会信用代码 92990123MA0QHE5K71）',
  applicant: '周文静　990***********0027',
  representative: '许立（近亲属）　137****5521',
  ...mandate,
  item: '公共场所卫生许可（新办）',
  licence: true,
  basis: '《公共场所卫生管理条例》第四条',
  arrivedOn: plainDate('2026-09-28'),
  acceptedOn: plainDate('2026-09-28'),
}

export const disclosure: FactsOf<typeof disclosureFacts> = {
  ...frame,
  organ: '青岚县住房和城乡建设局',
  caseNo: '990123-20261102-W03-0004',
  addressee: '孙建国',
  applicant: '孙建国　990***********0099',
  representative: '本人办理',
  ...noMandate,
  receivedOn: plainDate('2026-11-02'),
  subject: '河西片区污水管网改造工程施工合同及变更签证',
  documentNo: '青建字〔2025〕18号',
  reconsiderationOrgan: '青岚县人民政府',
}

export const numbered = (mark: string) => ({ letterNo: `${mark}〔2026〕W03-12号` })
