import { consoleApi } from './context.ts'
import { consoleActs } from './list-acts.ts'
import { issueCode, revoke } from './devices.ts'
import { overview } from './overview.ts'
import { me, signInHere, signOut } from './session.ts'
import { closeStaff, listStaff, putStaff } from './staff.ts'
import { listWindows, putWindow } from './windows.ts'

/** Every endpoint of contract/console.ts; the compiler sees that none is missing. */
export const consoleRouter = consoleApi.router({
  session: { signIn: signInHere, me, signOut },
  overview,
  devices: { issueCode, revoke },
  windows: { list: listWindows, set: putWindow },
  staff: { list: listStaff, set: putStaff, close: closeStaff },
  acts: consoleActs,
})
