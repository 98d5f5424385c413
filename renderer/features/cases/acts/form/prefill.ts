import type { CaseState } from '../../../../../domain/case/case-state.ts'
import { organOf } from '../../../../../domain/case/titles.ts'
import type { PlainDate } from '../../../../../domain/plain-date.ts'
import type { FieldSpec } from './field-spec.ts'
import { pickOptions } from './pick-options.ts'

/** What a form begins with: the day of what happened today, whoever acts, the organ of the case, the only one there is. Anything can be changed. */
export const prefillFor =
  (state: CaseState, today: PlainDate, userName: string) =>
  (path: string, spec: FieldSpec): string | null => {
    const name = path.slice(path.lastIndexOf('.') + 1)
    switch (spec.type) {
      case 'date':
        return spec.empty === 'required' && happened.has(name) ? today : null
      case 'text':
        if (name === 'handler') return userName
        return name === 'organ' && ownOrgan.has(path) ? organOf(state) : null
      case 'number':
        return name === 'year' ? today.slice(0, 4) : (counts[name] ?? null)
      case 'choice':
        // What is given is given in the form that was asked for (条例 art. 40).
        if (name === 'form' && state.kind === 'disclosure') return state.intake.supplyForm
        return spec.values.length === 1 ? (spec.values[0] ?? null) : null
      case 'yesNo':
        return name === 'set' ? 'yes' : null
      case 'pick': {
        const [only, ...more] = pickOptions(state, spec.from)
        return only !== undefined && more.length === 0 ? only.value : null
      }
      default:
        return null
    }
  }

/** Days on which something happened, mostly today. */
const happened: ReadonlySet<string> = new Set([
  'on',
  'sentOn',
  'receivedOn',
  'answeredOn',
  'paidOn',
  'requestedOn',
  'inspectedOn',
  'approvedOn',
  'signedOn',
  'leftOn',
  'publishedOn',
  'validFrom',
])
const ownOrgan: ReadonlySet<string> = new Set(['certificate.organ'])
const counts: Readonly<Record<string, string>> = { quantity: '1', originals: '1', duplicates: '0' }
