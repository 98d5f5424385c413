import { maskIdNumber, maskName, maskPhone } from '../../../domain/identity/mask.ts'

const personal: Readonly<Record<string, (text: string) => string>> = {
  idNumber: maskIdNumber,
  contactIdNumber: maskIdNumber,
  phone: maskPhone,
  // Who signed for a delivery.
  signedBy: maskName,
  // Who asked for a hearing.
  requestedBy: maskName,
}

const numbers: Readonly<Record<string, (text: string) => string>> = { idNumber: maskIdNumber, phone: maskPhone }

/** The same value with every text under a personal name masked, at any depth. */
export const maskFields = <T>(value: T): T => masked(value, personal, maskName) as T

/** The same for letters: whoever received something is named in full, and no number stands there in full. */
export const maskNumbers = <T>(value: T): T => masked(value, numbers, null) as T

type Masks = Readonly<Record<string, (text: string) => string>>

/** `receiver` = the mask for the name of a person under that field, who has no field name of his own. */
const masked = (value: unknown, masks: Masks, receiver: ((text: string) => string) | null): unknown => {
  if (Array.isArray(value)) return value.map((inner: unknown) => masked(inner, masks, receiver))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      const mask = masks[name]
      if (mask !== undefined && typeof inner === 'string') return [name, mask(inner)]
      const within = name === 'receiver' && receiver !== null ? { ...masks, name: receiver } : masks
      return [name, masked(inner, within, receiver)]
    }),
  )
}
