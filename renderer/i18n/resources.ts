import { agent } from './zh-cn/agent.ts'
import { catalogue } from './zh-cn/catalogue.ts'
import { board } from './zh-cn/board.ts'
import { cases } from './zh-cn/cases.ts'
import { console as centerConsole } from './zh-cn/console.ts'
import { customer } from './zh-cn/customer.ts'
import { dates } from './zh-cn/dates.ts'
import { disclosure } from './zh-cn/disclosure.ts'
import { enrol } from './zh-cn/enrol.ts'
import { files } from './zh-cn/files.ts'
import { frame } from './zh-cn/frame.ts'
import { handover } from './zh-cn/handover.ts'
import { intake } from './zh-cn/intake.ts'
import { kiosk } from './zh-cn/kiosk.ts'
import { letters } from './zh-cn/letters.ts'
import { problems } from './zh-cn/problems.ts'
import { settings } from './zh-cn/settings.ts'
import { signIn } from './zh-cn/sign-in.ts'
import { statistics } from './zh-cn/statistics.ts'
import { supervision } from './zh-cn/supervision.ts'
import { sync } from './zh-cn/sync.ts'
import { terms } from './zh-cn/terms.ts'
import { today } from './zh-cn/today.ts'
import { ui } from './zh-cn/ui.ts'

/** Every text of the interface, by area. A key is `area:path.to.text`; `{{name}}` is filled in by the caller. */
export const resources = {
  agent,
  board,
  cases,
  catalogue,
  console: centerConsole,
  customer,
  dates,
  disclosure,
  enrol,
  files,
  frame,
  handover,
  intake,
  kiosk,
  letters,
  problems,
  settings,
  'sign-in': signIn,
  statistics,
  supervision,
  sync,
  terms,
  today,
  ui,
} as const
