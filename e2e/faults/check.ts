import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { OperationSchema } from '../../contract/operation.ts'
import type { Ledger } from './ledger.ts'
import type { Committed } from './real-center.ts'

export interface Findings {
  readonly saved: number
  /** Said to be saved, and not on the server. */
  readonly lost: readonly string[]
  /** In force twice, or one number for two cases. */
  readonly doubled: readonly string[]
  /** A number that was said to be one thing and is another on the server. */
  readonly renumbered: readonly string[]
}

const inForce = new Set(['applied', 'merged'])

/** What was promised against what the server has. */
export const compare = (ledger: Ledger, committed: readonly Committed[]): Findings => {
  const there = new Map<string, number>()
  const caseNos = new Map<string, string>()
  const doubled = new Set<string>()
  const renumbered: string[] = []
  for (const { canon, verdict, reason } of committed) {
    const parsed = parse(canon)
    if (parsed === null) continue
    const { op, entity, data } = parsed
    const before = there.get(op) ?? 0
    // A duplicate is known as one: it has no effect.
    if (reason === 'duplicate_operation') continue
    if (before > 0) doubled.add(op)
    there.set(op, before + 1)
    const caseNo = 'caseNo' in data && typeof data.caseNo === 'string' ? data.caseNo : null
    if (caseNo === null || !inForce.has(verdict)) continue
    const first = caseNos.get(caseNo)
    if (first !== undefined && first !== entity) doubled.add(caseNo)
    caseNos.set(caseNo, entity)
    const said = ledger.numbers().get(entity)
    if (said !== undefined && said !== caseNo) renumbered.push(`${said} -> ${caseNo}`)
  }
  const saved = ledger.saved()
  return {
    saved: saved.size,
    lost: [...saved].filter(([op]) => !there.has(op)).map(([op, desk]) => `${desk} ${op}`),
    doubled: [...doubled],
    renumbered,
  }
}

const parse = (canon: string) => {
  try {
    const parsed = OperationSchema.safeParse(JSON.parse(canon))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Entities that are not the same on all desks; `files` hold the states of each. */
export const differing = (files: readonly string[]): readonly string[] => {
  const desks = files.map((file) => new Map(Object.entries(StatesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))))
  const [first, ...others] = desks.map(
    (states) => new Map([...states].map(([id, state]) => [id, JSON.stringify(state)])),
  )
  return [...(first ?? [])].filter(([id, state]) => others.some((other) => other.get(id) !== state)).map(([id]) => id)
}

const StatesSchema = z.record(z.string(), z.unknown())
