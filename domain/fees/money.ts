/** An amount in 分: a whole number, never negative here. 100 分 = 1 元. */
export type Fen = number

/** A safe whole number from 0. */
export const isFen = (value: unknown): value is Fen =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** As notices write it: `380元`, `380.50元`. Throws RangeError on what is no amount. */
export const fenToYuan = (fen: Fen): string => {
  const { yuan, cents } = split(fen)
  return cents === '00' ? `${yuan}元` : `${yuan}.${cents}元`
}

/** As forms write it, always with two decimals: `380.00`. Throws RangeError on what is no amount. */
export const fenToDecimal = (fen: Fen): string => {
  const { yuan, cents } = split(fen)
  return `${yuan}.${cents}`
}

/**
 * 大写金额 as receipts write it (支付结算办法, annex 1, of the People's Bank): `叁佰捌拾元整`, `壹仟肆佰零玖元伍角`, `叁佰贰拾伍元零肆分`.
 * 整 stands after 元 only; where the rule leaves a 零 open (before 角 when the yuan end in 0) it is not written.
 * Throws RangeError on what is no amount.
 */
export const fenToCapitals = (fen: Fen): string => {
  const { yuan, cents } = split(fen)
  const amount = Number(yuan)
  const jiao = Number(cents.charAt(0))
  const rest = Number(cents.charAt(1))
  if (jiao === 0 && rest === 0) return `${wholeInCapitals(amount)}元整`
  const whole = amount === 0 ? '' : `${wholeInCapitals(amount)}元`
  const tenths = jiao === 0 ? (amount === 0 ? '' : '零') : `${capital(jiao)}角`
  return `${whole}${tenths}${rest === 0 ? '' : `${capital(rest)}分`}`
}

const split = (fen: Fen): { readonly yuan: string; readonly cents: string } => {
  if (!isFen(fen)) throw new RangeError(`Not an amount in fen: ${String(fen)}`)
  return { yuan: String(Math.floor(fen / 100)), cents: String(fen % 100).padStart(2, '0') }
}

const digits = '零壹贰叁肆伍陆柒捌玖'
const capital = (digit: number): string => digits.charAt(digit)

/** Read from the large units down: 亿, then 万, each of them a number of its own. */
const wholeInCapitals = (n: number): string => {
  for (const [size, unit] of largeUnits) {
    if (n < size) continue
    const rest = n % size
    return `${wholeInCapitals(Math.floor(n / size))}${unit}${rest === 0 ? '' : `${rest < size / 10 ? '零' : ''}${wholeInCapitals(rest)}`}`
  }
  return capital(n)
}

const largeUnits = [
  [100_000_000, '亿'],
  [10_000, '万'],
  [1000, '仟'],
  [100, '佰'],
  [10, '拾'],
] as const
