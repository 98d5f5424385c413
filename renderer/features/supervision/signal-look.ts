import type { SignalLevel } from '../../../domain/supervision/rule.ts'
import type { BadgeTone } from '../../ui/badge.tsx'
import type { MarkName } from '../../ui/mark.tsx'

/** Shape and colour of each level: those of the legal time state it speaks of. */
export const signalLook: Readonly<
  Record<SignalLevel, { readonly tone: BadgeTone; readonly mark: MarkName; readonly text: string }>
> = {
  red: { tone: 'red', mark: 'octagon', text: 't-red' },
  yellow: { tone: 'amber', mark: 'triangle', text: 't-amber' },
  warning: { tone: 'amber', mark: 'half', text: 't-amber' },
  notice: { tone: 'plain', mark: 'half', text: '' },
}
