import type { PlainDate } from '../plain-date.ts'

/**
 * `990123-20260928-W03-0012`: center, day, device, running number of that device on that day. It carries the device number, so two
 * windows that never meet cannot make the same one, and it is final the moment it is printed (sync.md 2.1).
 */
export const formatCaseNo = (center: string, on: PlainDate, deviceNo: string, n: number): string =>
  `${center}-${on.replaceAll('-', '')}-${deviceNo}-${String(n).padStart(4, '0')}`

export interface CaseNoParts {
  readonly center: string
  readonly day: string
  readonly deviceNo: string
  readonly n: number
}

const pattern = /^(\d{6})-(\d{8})-([A-Z]\d{2,4})-(\d{4,6})$/

export const parseCaseNo = (caseNo: string): CaseNoParts | undefined => {
  const [, center, day, deviceNo, n] = pattern.exec(caseNo) ?? []
  if (center === undefined || day === undefined || deviceNo === undefined || n === undefined) return undefined
  return { center, day, deviceNo, n: Number(n) }
}
