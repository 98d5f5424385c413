import type { EnrolCodeInput } from '../../contract/console.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { issueEnrolCode } from '../admin/issue-enrol-code.ts'
import { revokeDevice } from '../admin/revoke-device.ts'
import { administrator, consoleApi, done, refused } from './context.ts'

const hourMs = 3_600_000

export const issueCode = consoleApi.devices.issueCode.handler(async ({ input, context }) => {
  const { db, center, staff } = await administrator(context)
  const { deviceNo, name, hours } = input
  const scope = scopeOf(input)
  if (scope === null) throw refused('villages_missing', deviceNo)
  const by = staff.login
  return done(await issueEnrolCode(db, { center, deviceNo, name, validForMs: hours * hourMs, scope, by }))
})

export const revoke = consoleApi.devices.revoke.handler(async ({ input, context }) => {
  const { db, center, staff } = await administrator(context)
  done(await revokeDevice(db, center, input.deviceNo, staff.login))
  return {}
})

/** Null = villages are wanted and none is named. */
const scopeOf = ({ scope: kind, villages, closedDays }: EnrolCodeInput): Scope | null => {
  switch (kind) {
    case 'villages':
      return villages.length === 0 ? null : { kind, villages, closedDays }
    case 'window':
      return { kind, closedDays }
    case 'center':
    case 'kiosk':
      return { kind }
  }
}
