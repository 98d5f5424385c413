import type { PrintRefusal, PrintedLetter, SendRefusal } from '../../contract/shell.ts'
import type { LetterKind } from '../../domain/letters/letter-kind.ts'
import { refusal, type Refusal } from '../../domain/case/refusal.ts'
import type { Clients } from '../ipc/clients.ts'

export interface PrintOrder {
  readonly caseId: string
  readonly letter: LetterKind
  /** `n` of a numbered letter. */
  readonly document?: number
  readonly copies: number
  /** Why it is printed again. */
  readonly reason?: string
}

export type PrintOutcome =
  | { readonly kind: 'printed'; readonly letter: PrintedLetter }
  /** The PDF is there and the print is recorded; only the paper is missing. */
  | { readonly kind: 'saved'; readonly letter: PrintedLetter; readonly refusal: SendRefusal }
  | { readonly kind: 'not_rendered'; readonly refusal: PrintRefusal }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/**
 * Prints one letter: PDF first, then the record of the print, then paper. Nothing reaches paper that is not recorded, and the
 * number on the letter (第 n 次打印) is the one that is recorded, since both count from the same state.
 */
export const printLetter = async (
  { host, shell }: Clients,
  order: PrintOrder,
  printer: string | null,
): Promise<PrintOutcome> => {
  const { caseId, letter, document, copies, reason } = order
  const detail = await host.cases.get({ id: caseId })
  if (detail === null) return { kind: 'refused', refusal: refusal('case_unknown') }
  const asked = { caseId, letter, ...(document === undefined ? {} : { document }) }
  const data = await host.letters.data(asked)
  if (data === null || data.voided)
    return { kind: 'refused', refusal: refusal('letter_not_available', { params: { letter } }) }
  const rendered = await shell.letters.print(asked)
  if (!rendered.ok) return { kind: 'not_rendered', refusal: rendered.error }
  const recorded = await host.cases.perform({
    caseId,
    base: detail.state.version,
    act: {
      kind: 'letter.print',
      letter,
      ...(document === undefined ? {} : { document }),
      templateVersion: data.content.version,
      copies,
      ...(reason === undefined ? {} : { reason }),
    },
  })
  if (!recorded.ok) return { kind: 'refused', refusal: recorded.error }
  const { file } = rendered.value
  const sent = await shell.letters.sendToPrinter({ file, printer, copies })
  return sent.ok
    ? { kind: 'printed', letter: rendered.value }
    : { kind: 'saved', letter: rendered.value, refusal: sent.error }
}
