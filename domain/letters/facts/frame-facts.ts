import { date, maybe, text } from '../fact-types.ts'

/** What every letter may say about itself and the place it comes from. */
export const frameFacts = {
  /** Chooses the version of the template. */
  lawOn: date('适用法律的日期'),
  issuedOn: date('成文日期'),
  organ: text('落款机关'),
  caseNo: maybe(text('办件编号')),
  letterNo: maybe(text('文号')),
  replacedNo: maybe(text('被替代文书的文号')),
  centerName: text('政务服务中心名称'),
  place: text('办理地点'),
  phone: text('咨询电话'),
  supervisePhones: text('监督电话'),
  clerkName: text('经办人'),
} as const
