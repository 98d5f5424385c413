/** What a bare number of a column counts. */
export type AmountUnit = 'fen' | 'yuan' | 'wan'

const shift: Readonly<Record<AmountUnit, number>> = { fen: 0, yuan: 2, wan: 6 }

/**
 * An amount in 分 from `380`, `1,200.50`, `380元`, `￥380`, `1.2万元`; a unit in the cell counts before that of the column. Null when it is no
 * amount, or is finer than a fen: money is never rounded.
 */
export const readAmount = (text: string, columnUnit: AmountUnit): number | null => {
  const [, digits = '', decimals = '', word] =
    /^[￥¥]?(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d+))?(万元|元|分|万|圆)?(?:整|人民币)?$/.exec(plain(text)) ?? []
  if (digits === '') return null
  const places = shift[word === undefined ? columnUnit : unitOf(word)]
  const kept = decimals.slice(0, places).padEnd(places, '0')
  if (/[^0]/.test(decimals.slice(places))) return null
  const fen = Number(digits.replaceAll(',', '') + kept)
  return Number.isSafeInteger(fen) ? fen : null
}

const unitOf = (word: string): AmountUnit => (word.startsWith('万') ? 'wan' : word === '分' ? 'fen' : 'yuan')

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('¥', '￥')
