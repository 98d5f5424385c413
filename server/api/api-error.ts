import { ORPCError } from '@orpc/server'
import { syncErrors, wireName } from '../../contract/server.ts'
import type { SyncErrorCode } from '../../contract/sync.ts'
import type { Position, SyncRefusal } from '../sync/sync-refusal.ts'

/** A refusal as the typed error of the contract. */
export const refusalToError = (refusal: SyncRefusal) =>
  syncError(refusal.code, 'position' in refusal ? refusal.position : undefined)

export const syncError = (code: SyncErrorCode, data?: Position) => {
  const name = wireName(code)
  return new ORPCError(name, { status: syncErrors[name].status, message: code, data })
}

/** An answer given before a procedure is reached, in the form that procedures answer errors. */
export interface EarlyAnswer {
  readonly status: number
  readonly code: string
}

/** Thrown where no answer can be given yet: while a body is read. */
export class EarlyError extends Error {
  readonly answer: EarlyAnswer

  constructor(answer: EarlyAnswer) {
    super(answer.code)
    this.answer = answer
  }
}

export const early = (code: SyncErrorCode): EarlyAnswer => ({
  status: syncErrors[wireName(code)].status,
  code: wireName(code),
})

export const earlyBody = ({ status, code }: EarlyAnswer) => ({
  defined: Object.hasOwn(syncErrors, code),
  code,
  status,
  message: code.toLowerCase(),
})
