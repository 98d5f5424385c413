/**
 * Text that no spreadsheet takes for a formula, also when the workbook is saved as CSV and opened again: a case is entered by whoever asks
 * for something, at home and by hand (OWASP, CSV Injection; full-width signs are taken for the same by Chinese editions).
 */
export const plainCell = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text)
