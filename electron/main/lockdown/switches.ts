import type { CommandLine } from 'electron'

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

export const applySwitches = (commandLine: CommandLine): void => {
  for (const [name, value] of lockdownSwitches) {
    if (value === undefined) commandLine.appendSwitch(name)
    else commandLine.appendSwitch(name, value)
  }
}
