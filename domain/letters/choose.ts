import type { PlainDate } from '../plain-date.ts'
import type { LetterKind } from './letter-kind.ts'
import type { LetterTemplate } from './template.ts'

/** The version of a letter in force on a legal date; null = there is no wording for the law of that day. */
export const findTemplate = (
  templates: readonly LetterTemplate[],
  letter: LetterKind,
  on: PlainDate,
): LetterTemplate | null =>
  templates.find(
    (template) =>
      template.letter === letter &&
      template.inForceFrom <= on &&
      (template.withdrawnFrom === null || on < template.withdrawnFrom),
  ) ?? null
