export interface OpenPdf {
  readonly pages: number
  /** Draws a page on the canvas, `width` CSS pixels wide at zoom 1. Stopped by the signal, it leaves the canvas as it is. */
  readonly draw: (
    canvas: HTMLCanvasElement,
    what: { readonly page: number; readonly width: number; readonly zoom: number },
    signal: AbortSignal,
  ) => Promise<void>
  /** Ends what reads the file; nothing of it stays in memory. */
  readonly close: () => Promise<void>
}

export type PdfFault = 'locked' | 'damaged' | 'unreadable'

/** Why a PDF cannot be shown, by the name that pdf.js gives its errors; what it has no name for is no fault of the file. */
export const pdfFault = (error: unknown): PdfFault =>
  (error instanceof Error ? faults[error.name] : undefined) ?? 'unreadable'

const faults: Readonly<Record<string, PdfFault>> = {
  PasswordException: 'locked',
  InvalidPDFException: 'damaged',
  FormatError: 'damaged',
}

/** Steps of the magnifier; 1 = as wide as the window. */
export const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

export const zoomBy = (zoom: number, step: 1 | -1): number => {
  const at = zooms.findIndex((each) => each === zoom)
  return zooms[Math.min(zooms.length - 1, Math.max(0, at + step))] ?? 1
}
