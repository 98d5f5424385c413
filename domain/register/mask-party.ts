import { maskIdNumber, maskName } from '../identity/mask.ts'
import { findPersonalData, maskPersonalData } from './personal-data.ts'
import type { RegisterField, RegisterSchema, RegisterValues } from './schema.ts'

/** Where an entry shows personal data that may not be made public. `header` = official header of the field. */
export interface OpenPersonalData {
  readonly key: string
  readonly kind: 'name' | 'id_number' | 'phone'
}

/**
 * Personal data in an entry as it stands: name and number of a party that is a natural person, and identity and mobile numbers in the
 * texts of a register about parties. Names of organisations and their credit codes are no such data.
 */
export const findOpenPersonalData = (schema: RegisterSchema, values: RegisterValues): readonly OpenPersonalData[] =>
  schema.fields.flatMap((field): readonly OpenPersonalData[] => {
    const value = values[field.key]
    if (field.type !== 'text' || typeof value !== 'string' || !field.public) return []
    if (isPersonal(field, values)) {
      if (isMasked(value)) return []
      return [{ key: field.key, kind: field.personal === 'name' ? 'name' : 'id_number' }]
    }
    if (!schema.aboutParties) return []
    return findPersonalData(value).map(({ kind }) => ({ key: field.key, kind }))
  })

/** The entry with exactly these data masked. Masking twice changes nothing. */
export const maskParty = (schema: RegisterSchema, values: RegisterValues): RegisterValues => {
  const masked: Record<string, RegisterValues[string]> = { ...values }
  for (const field of schema.fields) {
    const value = values[field.key]
    if (field.type !== 'text' || typeof value !== 'string' || !field.public) continue
    if (isPersonal(field, values)) {
      if (!isMasked(value)) masked[field.key] = field.personal === 'name' ? maskName(value) : maskIdNumber(value)
    } else if (schema.aboutParties) masked[field.key] = maskPersonalData(value)
  }
  return masked
}

const isPersonal = (field: Extract<RegisterField, { readonly type: 'text' }>, values: RegisterValues): boolean =>
  field.personal !== undefined && values['partyKind'] === 'person'

/** Stars, crosses, circles, and 某 are how offices hide a part. */
const isMasked = (text: string): boolean => /[＊*×✕○●〇某]|x{2,}/iu.test(text)
