// Staff that questions and complaints are given to. Persons are fictional.
import type { StaffRef } from './contact-intake.ts'

export const zhao: StaffRef = { staffId: 'S07', name: '赵敏' }
export const qian: StaffRef = { staffId: 'S08', name: '钱进' }

/** The same act with one of its fields left empty: a text of blanks, or a member of the staff without an id. */
export const withBlank = <A extends object>(act: A, field: string): A => {
  const value: unknown = Reflect.get(act, field)
  return { ...act, [field]: typeof value === 'string' ? ' ' : { staffId: '', name: '' } }
}
