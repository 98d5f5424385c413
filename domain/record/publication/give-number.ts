import type { PlainDate } from '../../plain-date.ts'
import { type Result, err, ok } from '../../result.ts'
import { type IndexCodes, nextIndexNo, parseIndexNo } from './index-number.ts'
import { type CodePart, codeParts, partShapes } from './index-part.ts'
import { type IndexTemplate, type IndexTemplateProblem, parseIndexTemplate } from './index-template.ts'

/** What an entry that wants a number says of itself. */
export interface Unnumbered {
  readonly template: string
  readonly organ: string
  readonly madeOn: PlainDate
  readonly codes: IndexCodes
}

/** An entry that has its number. */
export interface Numbered {
  readonly indexNo: string
  readonly template: string | null
  readonly organ: string
}

export type NumberProblem =
  | { readonly code: 'template_invalid'; readonly problems: readonly IndexTemplateProblem[] }
  /** No code, or one that is not written as its part demands. */
  | { readonly code: 'code_missing'; readonly part: CodePart }

/**
 * The next number of its series (PUB-4). A code that is not given is that of the organ's latest entry by the same template, so that it is typed
 * once; column and group are each entry's own. `entries` oldest first.
 */
export const giveIndexNo = (
  { template: text, organ, madeOn, codes: given }: Unnumbered,
  entries: readonly Numbered[],
): Result<string, NumberProblem> => {
  const template = parseIndexTemplate(text)
  if (!template.ok) return err({ code: 'template_invalid', problems: template.error })
  const before = [...entries].reverse().find((entry) => entry.organ === organ && entry.template === text)
  const codes = { ...(before === undefined ? {} : standingCodes(template.value, before.indexNo)), ...given }
  const missing = codeParts.find(
    (part) =>
      template.value.some((piece) => piece.kind === 'part' && piece.part === part) &&
      !new RegExp(`^(?:${partShapes[part].pattern})$`).test(codes[part] ?? ''),
  )
  const next = nextIndexNo(
    template.value,
    codes,
    madeOn,
    entries.map(({ indexNo }) => indexNo),
  )
  if (missing !== undefined || next === null) return err({ code: 'code_missing', part: missing ?? 'organ' })
  return ok(next)
}

const standing = ['organ', 'uscc', 'area', 'dept'] as const satisfies readonly CodePart[]

const standingCodes = (template: IndexTemplate, indexNo: string): IndexCodes => {
  const parts = parseIndexNo(template, indexNo)
  return Object.fromEntries(
    standing.flatMap((part) => {
      const code = parts?.[part]
      return code === undefined ? [] : [[part, code]]
    }),
  )
}
