import type { PrintRequest } from '../../../contract/print-request.ts'
import type { LaidOut, Printer } from '../../../contract/shell.ts'

/** A hidden page that shows one letter or report. The real one is a window; tests use one that only remembers. */
export type LetterPage = {
  /** Settles when the page has laid the letter out, has said that it cannot, or is gone. */
  readonly laidOut: Promise<LaidOutResult>
  readonly toPdf: () => Promise<Uint8Array>
  /** Prints on paper without asking, null = the default printer; answers null when accepted, else the printing system's word. */
  toPaper(options: { readonly printer: string | null; readonly copies: number }): Promise<string | null>
  /** Ends the page with everything it shows; a second call does nothing. */
  readonly close: () => void
}

export type LaidOutResult =
  | { readonly ok: true; readonly value: LaidOut }
  | {
      readonly ok: false
      readonly error: 'letter_unavailable' | 'does_not_add_up' | 'page_broken'
      readonly detail: string | null
    }

export type LetterPageDeps = {
  readonly openLetterPage: (request: PrintRequest) => LetterPage
  readonly listPrinters: () => Promise<readonly Printer[]>
}
