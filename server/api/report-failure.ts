import type { RuleFailure } from '../sync/judge-arrivals.ts'
import { type ServerLog, toLoggedError } from './server-log.ts'

/** For the operators: our own rules failed on an operation of this kind. Nothing of the operation itself. */
export const reportFailure =
  (log: ServerLog, device: string) =>
  ({ kind, error }: RuleFailure): void => {
    log('error', 'operation failed in our rules', { kind, device, error: toLoggedError(error) })
  }
