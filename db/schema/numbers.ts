/** Numbers `from_n` … `to_n` of a series, which this device alone gives out, until and on `expires_on`. */
export interface NumberBlockTable {
  center: string
  series: string
  year: number
  from_n: number
  to_n: number
  next_n: number
  expires_on: string
}
