import { maskName } from '../../../domain/identity/mask.ts'
import type { RecordState } from '../../../domain/record/record-state.ts'
import { maskPersonalData } from '../../../domain/register/personal-data.ts'
import { maskApplicant, maskRepresentative } from './mask-applicant.ts'
import { maskFields } from './mask-fields.ts'

/**
 * A record as it is shown to whoever asks: parties masked as in a case, residents on a hand-over list by masked name, and numbers of persons in
 * whatever was written. Those who work here are named.
 */
export const maskRecord = (state: RecordState): RecordState => maskTexts(maskFields(withParties(state)))

const withParties = (state: RecordState): RecordState => {
  switch (state.kind) {
    case 'mandate': {
      const { content, subAgents } = state
      const representative = maskRepresentative(content.representative)
      return {
        ...state,
        content: { ...content, applicant: maskApplicant(content.applicant), representative },
        subAgents: subAgents.map((each) => ({ ...each, representative: maskRepresentative(each.representative) })),
      }
    }
    case 'handover': {
      const { lines, collections } = state
      const masked = <L extends { readonly name: string }>(line: L): L => ({ ...line, name: maskName(line.name) })
      return { ...state, lines: lines.map(masked), collections: collections.map(masked) }
    }
    default:
      return state
  }
}

/** Strings at any depth; everything else as it is. */
const maskTexts = <T>(value: T): T => maskedTexts(value) as T

const maskedTexts = (value: unknown): unknown => {
  if (typeof value === 'string') return maskPersonalData(value)
  if (Array.isArray(value)) return value.map(maskedTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, unknown]) => [name, maskedTexts(inner)]))
}
