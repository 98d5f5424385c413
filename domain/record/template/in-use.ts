import type { LetterKind } from '../../letters/letter-kind.ts'
import type { LetterTemplate } from '../../letters/template.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { TemplateRecord, TemplateWording } from './template-record.ts'

/** A letter has its Chinese wording and, beside it, a bilingual one. */
export const variantOf = ({ second }: Pick<TemplateWording, 'second'>): 'chinese' | 'bilingual' =>
  second === null ? 'chinese' : 'bilingual'

/** The template with its days; null = it was never in force. */
export const templateOf = ({
  wording,
  templateVersion,
  inForceFrom,
  withdrawnFrom,
}: TemplateRecord): LetterTemplate | null =>
  inForceFrom === null || (withdrawnFrom !== null && withdrawnFrom <= inForceFrom)
    ? null
    : { ...wording, version: templateVersion, inForceFrom, withdrawnFrom }

/**
 * The wording of a letter on a legal date: the center's own before the program's, the bilingual one where it is asked for and exists.
 * Null = there is none for the law of that day.
 */
export const findTemplateInUse = (
  records: readonly TemplateRecord[],
  shipped: readonly LetterTemplate[],
  { letter, on, bilingual }: { readonly letter: LetterKind; readonly on: PlainDate; readonly bilingual: boolean },
): LetterTemplate | null => {
  const own = records.flatMap((record) => templateOf(record) ?? [])
  const variants = bilingual ? (['bilingual', 'chinese'] as const) : (['chinese'] as const)
  for (const variant of variants) {
    for (const templates of [own, shipped]) {
      const found = templates
        .filter((template) => template.letter === letter && variantOf(template) === variant && isUsedOn(template, on))
        // Should two hold on a day, the later one is meant.
        .sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1))[0]
      if (found !== undefined) return found
    }
  }
  return null
}

export interface TemplateClash {
  readonly code: 'same_version' | 'same_days'
  /** The other record. */
  readonly id: string
}

/** Records that a version cannot stand beside: of its name, or in force on one of its days. */
export const findTemplateClashes = (
  records: readonly TemplateRecord[],
  candidate: TemplateRecord,
): readonly TemplateClash[] =>
  records.flatMap((other): readonly TemplateClash[] => {
    if (other.id === candidate.id || other.wording.letter !== candidate.wording.letter) return []
    if (other.templateVersion === candidate.templateVersion) return [{ code: 'same_version', id: other.id }]
    if (variantOf(other.wording) !== variantOf(candidate.wording)) return []
    const [a, b] = [templateOf(other), templateOf(candidate)]
    return a !== null && b !== null && overlap(a, b) ? [{ code: 'same_days', id: other.id }] : []
  })

const isUsedOn = ({ inForceFrom, withdrawnFrom }: LetterTemplate, on: PlainDate): boolean =>
  inForceFrom <= on && (withdrawnFrom === null || on < withdrawnFrom)

const overlap = (a: LetterTemplate, b: LetterTemplate): boolean =>
  (a.withdrawnFrom === null || b.inForceFrom < a.withdrawnFrom) &&
  (b.withdrawnFrom === null || a.inForceFrom < b.withdrawnFrom)
