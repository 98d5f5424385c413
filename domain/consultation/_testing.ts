// A question as a window hears it. Persons are fictional.
import { anApplicant, day } from '../case/_testing.ts'
import { anonymousApplicant } from '../case/applicant.ts'
import type { CaseState } from '../case/case-state.ts'
import { zhao } from '../contact/_testing.ts'
import type { ConsultationIntake } from './consultation-intake.ts'
import type { ConsultationCase } from './consultation-state.ts'

export const aConsultationIntake = (over: Partial<ConsultationIntake> = {}): ConsultationIntake => ({
  channel: 'phone',
  arrivedOn: day('2026-09-28'),
  anonymous: false,
  applicant: anApplicant({ name: '孙建国', idType: 'other', idNumber: null, phone: '13900001357', address: null }),
  title: '理发店卫生许可证到期换证要带什么',
  text: '许可证下月到期，店面没有变化，想知道要带哪些材料，能不能请人代办。',
  topic: 'materials',
  item: { id: 'T0001', code: null, name: '公共场所卫生许可（新办）' },
  organ: '青岚县卫生健康局',
  remark: null,
  ...over,
})

export const anAnonymousQuestion = (over: Partial<ConsultationIntake> = {}): ConsultationIntake =>
  aConsultationIntake({ anonymous: true, applicant: anonymousApplicant(), ...over })

export const told = {
  answer: '带原许可证、营业执照复印件、健康证明，到综合窗口办理；可以委托代办。',
  basis: '《公共场所卫生管理条例》',
  by: zhao,
  written: false,
} as const
export const written = { ...told, written: true } as const

export const consultationOf = (state: CaseState): ConsultationCase => {
  if (state.kind !== 'consultation') throw new Error(`a ${state.kind} case`)
  return state
}
