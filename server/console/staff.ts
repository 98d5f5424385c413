import { closeAccount } from '../admin/close-account.ts'
import { makePassword } from '../admin/password.ts'
import { setStaff } from '../admin/set-staff.ts'
import { administrator, consoleApi, done, refused } from './context.ts'

export const listStaff = consoleApi.staff.list.handler(async ({ context }) => {
  const { db, center } = await administrator(context)
  const rows = await db.selectFrom('staff').select('data').where('center', '=', center).orderBy('login').execute()
  return rows.map(({ data: { login, name, role, organ, active, village } }) => ({
    login,
    name,
    role,
    organ,
    active,
    village: village ?? null,
  }))
})

export const putStaff = consoleApi.staff.set.handler(async ({ input, context }) => {
  const { db, center, staff } = await administrator(context)
  if (input.login === staff.login && input.role !== 'administrator') throw refused('own_account', input.login)
  const { village, newPassword, ...rest } = input
  const password = newPassword ? makePassword() : null
  done(await setStaff(db, center, { ...rest, ...(village === null ? {} : { village }) }, password, staff.login))
  return { password }
})

export const closeStaff = consoleApi.staff.close.handler(async ({ input: { login, active }, context }) => {
  const { db, center, staff } = await administrator(context)
  if (login === staff.login) throw refused('own_account', login)
  done(await closeAccount(db, center, login, active, staff.login))
  return {}
})
