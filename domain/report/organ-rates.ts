import type { ItemFigures } from './item-figures.ts'
import { percentOf } from './percent.ts'

/** Share in time of the closed cases of each organ that have a limit (RPT-31); an organ with none of them is not there. */
export const organRates = (
  items: readonly Pick<ItemFigures, 'organ' | 'judged' | 'onTime'>[],
): ReadonlyMap<string, string> => {
  const sums = new Map<string, { judged: number; onTime: number }>()
  for (const { organ, judged, onTime } of items) {
    const sum = sums.get(organ) ?? { judged: 0, onTime: 0 }
    sums.set(organ, { judged: sum.judged + judged, onTime: sum.onTime + onTime })
  }
  return new Map(
    [...sums].flatMap(([organ, { judged, onTime }]) => {
      const rate = percentOf(onTime, judged, 1)
      return rate === null ? [] : [[organ, rate] as const]
    }),
  )
}
