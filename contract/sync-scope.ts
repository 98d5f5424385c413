import { z } from 'zod'
import type { Scope } from '../domain/scope/scope.ts'
import { HashSchema, words } from './primitives.ts'

const closedDays = z.int().min(1).max(3650)

/** SYN-56: what of its center a device is given. */
export const ScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('center') }),
  z.strictObject({ kind: z.literal('window'), closedDays }),
  z.strictObject({ kind: z.literal('villages'), villages: z.array(words(80)).min(1).max(200).readonly(), closedDays }),
  z.strictObject({ kind: z.literal('kiosk') }),
]) satisfies z.ZodType<Scope>

/** A stretch of the history that is none of the device's: its first and last commit number, and the head after it. */
export const HeadRunSchema = z.strictObject({ from: z.int().min(1), to: z.int().min(1), head: HashSchema })
export type HeadRun = z.infer<typeof HeadRunSchema>
