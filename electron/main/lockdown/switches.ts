import type { CommandLine } from 'electron'
import { type Flags, isUnattended } from '../command-line/parse-flags.ts'

/** Chromium switches the shell sets itself (SHL-4): its network stack resolves no name, uses no proxy and calls nobody. */
export const lockdownSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-http-cache'],
  ['disable-sync'],
  ['no-pings'],
]

/** A finger that wipes or pinches goes nowhere and enlarges nothing (SHL-31). */
export const terminalSwitches: typeof lockdownSwitches = [['overscroll-history-navigation', '0'], ['disable-pinch']]

export const applySwitches = (commandLine: CommandLine, mode: Flags['mode']): void => {
  for (const [name, value] of [...lockdownSwitches, ...(isUnattended(mode) ? terminalSwitches : [])]) {
    if (value === undefined) commandLine.appendSwitch(name)
    else commandLine.appendSwitch(name, value)
  }
}
