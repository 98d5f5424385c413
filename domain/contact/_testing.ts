// Staff that questions and complaints are given to. Persons are fictional.
import type { StaffRef } from './contact-intake.ts'

export const zhao: StaffRef = { staffId: 'S07', name: '赵敏' }
export const qian: StaffRef = { staffId: 'S08', name: '钱进' }
