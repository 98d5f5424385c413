import type { Router } from '@orpc/server'
import type { consoleContract } from '../../contract/console.ts'
import { listHistory, verifyAll } from './audit.ts'
import { checkCalendar, listCalendars, movedByCalendar, takeCalendar, withdrawCalendar } from './calendars.ts'
import { type ConsoleContext, consoleApi } from './context.ts'
import { listItems, oneItem, publishItem, withdrawItem } from './items.ts'
import { consoleActs } from './list-acts.ts'
import { issueCode, revoke } from './devices.ts'
import { overview } from './overview.ts'
import { me, signInHere, signOut } from './session.ts'
import { closeStaff, listStaff, putStaff } from './staff.ts'
import { confirmCopy, decideWaiting, listWaiting } from './waiting.ts'
import { listWindows, putWindow } from './windows.ts'

/** Every endpoint of contract/console.ts; the compiler sees that none is missing. */
export const consoleRouter: Router<typeof consoleContract, ConsoleContext> = consoleApi.router({
  session: { signIn: signInHere, me, signOut },
  overview,
  devices: { issueCode, revoke },
  windows: { list: listWindows, set: putWindow },
  staff: { list: listStaff, set: putStaff, close: closeStaff },
  calendars: {
    list: listCalendars,
    check: checkCalendar,
    moved: movedByCalendar,
    use: takeCalendar,
    withdraw: withdrawCalendar,
  },
  items: { list: listItems, one: oneItem, publish: publishItem, withdraw: withdrawItem },
  waiting: { list: listWaiting, decide: decideWaiting, confirm: confirmCopy },
  audit: { list: listHistory, verify: verifyAll },
  acts: consoleActs,
})
