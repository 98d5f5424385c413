import { canonicalJson } from '../../contract/canonical-json.ts'
import { OperationSchema } from '../../contract/operation.ts'
import type { PulledOperation } from '../../contract/sync.ts'
import { redact } from '../../domain/scope/redact.ts'
import type { Scope } from '../../domain/scope/scope.ts'

/** SYN-57: the operation as the scope may see it. What is written into the log is never changed. */
export const redactOperation = (scope: Scope, operation: PulledOperation): PulledOperation => {
  const read = OperationSchema.safeParse(JSON.parse(operation.canon))
  if (!read.success) return operation
  const { value, changed } = redact(scope.kind, read.data.data)
  return changed ? { ...operation, canon: canonicalJson({ ...read.data, data: value }), redacted: true } : operation
}
