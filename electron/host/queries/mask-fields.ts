import { maskIdNumber, maskName, maskPhone } from '../../../domain/identity/mask.ts'

const personal: Readonly<Record<string, (text: string) => string>> = {
  idNumber: maskIdNumber,
  contactIdNumber: maskIdNumber,
  phone: maskPhone,
  // Who signed for a delivery.
  signedBy: maskName,
}

/** The same value with every text under a personal name masked, at any depth. */
export const maskFields = <T>(value: T): T => masked(value) as T

const masked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      const mask = personal[name]
      return [name, mask !== undefined && typeof inner === 'string' ? mask(inner) : masked(inner)]
    }),
  )
}
