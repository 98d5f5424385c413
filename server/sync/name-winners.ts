import { takesEffect } from '../../contract/sync.ts'
import type { JudgedOperation } from './judge-batch.ts'

/**
 * SYN-40: an operation that came second names the one that came first: the one that took the version after the one it was made from,
 * or, where it simply no longer fitted, the last that took effect. `effective`: per entity, those of the log in order.
 */
export const nameWinners = (
  operations: readonly JudgedOperation[],
  effective: ReadonlyMap<string, readonly string[]>,
): readonly JudgedOperation[] => {
  const order = new Map<string, string[]>()
  return operations.map((operation) => {
    const { entity, op, verdict } = operation
    if (entity === null) return operation
    const before = order.get(entity) ?? [...(effective.get(entity) ?? [])]
    order.set(entity, before)
    if (takesEffect(verdict) && op !== null) before.push(op)
    if (verdict !== 'conflict') return operation
    return { ...operation, ref: before[operation.base] ?? before.at(-1) ?? null }
  })
}
