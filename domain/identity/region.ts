/**
 * Province-level codes of GB/T 2260. County codes come and go, and a number keeps the code of the day it was given, so only
 * the province can tell a slip from an old code.
 */
const provinces: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
)

/** @param code a division code; only its first two digits are looked at. */
export const isKnownProvince = (code: string): boolean => provinces.has(code.slice(0, 2))

/** First six digits of the residence permits for people of Hong Kong, Macao and Taiwan. */
export const residencePermitRegions: ReadonlySet<string> = new Set(['810000', '820000', '830000'])
