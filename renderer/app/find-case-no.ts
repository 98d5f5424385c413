/** The case number in what was scanned: the number itself, or the address of the progress page that a receipt's QR code holds. */
export const findCaseNo = (scanned: string): string | null =>
  /(?<![\dA-Z])\d{6}-\d{8}-[A-Z]\d{2,4}-\d{4,6}(?!\d)/.exec(scanned.toUpperCase())?.[0] ?? null
