// A complaint about the manners at a window. Persons are fictional.
import { anApplicant, day } from '../case/_testing.ts'
import { anonymousApplicant } from '../case/applicant.ts'
import type { CaseState } from '../case/case-state.ts'
import { qian } from '../contact/_testing.ts'
import type { ComplaintIntake } from './complaint-intake.ts'
import type { ComplaintCase } from './complaint-state.ts'

export const aComplaintIntake = (over: Partial<ComplaintIntake> = {}): ComplaintIntake => ({
  channel: 'phone',
  arrivedOn: day('2026-09-28'),
  anonymous: false,
  applicant: anApplicant({ name: '郑秀兰', idType: 'other', idNumber: null, phone: '13600004321' }),
  title: '窗口人员态度生硬，材料清单没有一次说清',
  text: '九月二十四日到窗口办证，前后跑了三次，每次都说缺材料。',
  type: 'complaint',
  topic: 'attitude',
  subject: { kind: 'person', staffId: 'S05', name: '冯立', organ: '青岚县卫生健康局' },
  wanted: '请把需要的材料一次说清。',
  confidential: false,
  remark: null,
  ...over,
})

export const anAnonymousComplaint = (over: Partial<ComplaintIntake> = {}): ComplaintIntake =>
  aComplaintIntake({ anonymous: true, applicant: anonymousApplicant(), ...over })

export const assign = { kind: 'complaint.assign', organ: '青岚县卫生健康局', handler: qian } as const

export const answer = {
  kind: 'complaint.answer',
  by: qian,
  finding: 'partly',
  answer: '窗口第一次没有一次性告知全部材料，已当面致歉并补发告知书。',
  measures: '对窗口人员提醒谈话，材料清单上墙。',
} as const

export const complaintOf = (state: CaseState): ComplaintCase => {
  if (state.kind !== 'complaint') throw new Error(`a ${state.kind} case`)
  return state
}
