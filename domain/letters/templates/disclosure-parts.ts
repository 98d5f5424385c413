import type { Text } from '../template.ts'

/** How every letter to the applicant begins. */
export const weReceived = (then: string): Text => [
  { when: 'receivedOn', text: '本机关于{receivedOn}收到你（单位）提出的政府信息公开申请' },
  { when: '!receivedOn', text: '本机关收到你（单位）提出的政府信息公开申请' },
  `（编号 {caseNo}）。${then}`,
]

/** 条例 art. 51 stands on every reply. */
export const complaint2019 =
  '认为本机关在政府信息公开工作中侵犯你（单位）合法权益的，还可以依照《中华人民共和国政府信息公开条例》第五十一条，向上一级行政机关或者政府信息公开工作主管部门投诉、举报。'

export const complaint2008 =
  '认为本机关不依法履行政府信息公开义务的，还可以依照《中华人民共和国政府信息公开条例》第三十三条第一款，向上级行政机关、监察机关或者政府信息公开工作主管部门举报。'

export const ogi = (place: string): string => `《中华人民共和国政府信息公开条例》${place}`
