/**
 * Pages of a PDF as Chromium writes it: page objects stand in the file uncompressed, one `/Type /Page` each (`/Pages` is
 * the tree above them).
 */
export const countPdfPages = (pdf: Uint8Array): number =>
  Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0
