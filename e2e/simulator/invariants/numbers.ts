import { takesEffect } from '../../../contract/sync.ts'
import { type RunningNumber, nameOf, runningNumberOf } from '../../../server/lease/running-numbers.ts'
import { readOperation } from '../../../server/sync/read-operation.ts'
import { centerCode } from '../center-code.ts'
import type { CenterState, LeasedBlock } from '../center/center-state.ts'
import type { Checks } from '../violation.ts'
import type { World } from '../world.ts'

/** INV-28: of every block that was ever leased, whatever a restored server has forgotten, nobody else has a number. */
export const watchLeases = (checks: Checks) => {
  const leased: LeasedBlock[] = []
  return {
    leased,
    look: ({ blocks }: CenterState): void => {
      for (const block of blocks.slice(-1)) {
        const isSame = (one: LeasedBlock) =>
          one.series === block.series && one.year === block.year && one.from === block.from && one.inc === block.inc
        if (leased.some(isSame)) continue
        const other = leased.find(
          (one) =>
            one.series === block.series && one.year === block.year && one.from <= block.to && block.from <= one.to,
        )
        checks.expect(28, other === undefined, () => `${block.series} ${block.from} to ${block.to} is leased twice`)
        leased.push(block)
      }
    },
  }
}

/** INV-28: a running number takes effect once, and lies in a block of the device that gave it. */
export const checkRunningNumbers = ({ checks, leased }: World, state: CenterState): void => {
  const given = new Map<string, number>()
  for (const row of state.log) {
    if (row.op === null || !takesEffect(row.verdict)) continue
    const deviceNo = state.devices.get(row.device)?.deviceNo ?? ''
    const { device, inc, seq } = row
    const number = runningNumberOf(readOperation(row.canon, { device, inc, seq, center: centerCode, deviceNo }))
    if (number === null) continue
    const name = nameOf(number)
    const before = given.get(name)
    checks.expect(28, before === undefined, () => `${name} stands in row ${before} and in row ${row.cseq}`)
    given.set(name, row.cseq)
    checks.expect(28, isIn(leased, row.device, number), () => `${name} of row ${row.cseq} was leased to somebody else`)
  }
}

const isIn = (leased: readonly LeasedBlock[], device: string, { series, year, n }: RunningNumber): boolean =>
  leased.some(
    (block) =>
      block.series === series && block.year === year && block.device === device && block.from <= n && n <= block.to,
  )
