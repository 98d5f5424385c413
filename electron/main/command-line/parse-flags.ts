import { resolve } from 'node:path'

/** A window or the point of a village (whoever signs in decides), the public terminal and the screen of a hall. */
export const modes = ['workbench', 'kiosk', 'board'] as const
/** Modes that nobody works at: they cover the screen, mend themselves and are left by nobody (SHL-31, SHL-32). */
export const isUnattended = (mode: Flags['mode']): boolean => mode !== 'workbench'

/** What the starter asked for. Folders are absolute. */
export type Flags = {
  readonly mode: (typeof modes)[number]
  /** Folder of the store; null = the default of this user. */
  readonly dataDir: string | null
  /** Server and one-time code for enrolling at the first start. */
  readonly enrol: { readonly server: string; readonly code: string } | null
  /** Where PDFs are written; null = the default of this user. */
  readonly printDir: string | null
  /** Stands for the stick that parcels are carried on; null = the person is asked. For a test driver only (SHL-10). */
  readonly stickDir: string | null
  /** True when Chromium's own sandbox was switched off from outside, as it must be for root on Linux. */
  readonly noSandbox: boolean
}

export const flagRefusalCodes = [
  'unknown',
  'repeated',
  'folder_missing',
  'mode_unknown',
  'language_unknown',
  'enrol_malformed',
  /** Not https, or with user name, query or fragment. Plain http is for the loopback address only. */
  'enrol_server',
  'sandbox_linux_only',
  'driver_only',
] as const
/** `flag` is the argument as it was given, without its value: a value may be a one-time code. */
export type FlagRefusal = { readonly code: (typeof flagRefusalCodes)[number]; readonly flag: string }

export type FlagsResult =
  { readonly ok: true; readonly value: Flags } | { readonly ok: false; readonly error: FlagRefusal }

export type FlagsContext = {
  readonly cwd: string
  readonly platform: string
  /** True when the environment says that a test driver starts the application (SHL-10). */
  readonly driver: boolean
}

/** Switches of Chromium that may stand beside ours. Any other could switch a protection off (SHL-9). */
const systemSwitches = [
  'no-sandbox',
  'disable-gpu',
  'disable-dev-shm-usage',
  'force-device-scale-factor',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
] as const

/** Let another program look into the application, or stand for the camera: only for a test driver. */
const driverSwitches = [
  'inspect',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'use-fake-device-for-media-stream',
] as const

const noFlags: Flags = {
  mode: 'workbench',
  dataDir: null,
  enrol: null,
  printDir: null,
  stickDir: null,
  noSandbox: false,
}

/** Reads the arguments after the program's name (SHL-9). `--name=value` only; every name at most once. */
export const parseFlags = (args: readonly string[], context: FlagsContext): FlagsResult => {
  const given = new Map<string, string | null>()
  for (const arg of args) {
    const { name, value } = /^--(?<name>[a-z][a-z-]*)(?:=(?<value>.*))?$/su.exec(arg)?.groups ?? {}
    if (name === undefined) return refuse('unknown', arg.replace(/=.*$/su, ''))
    if (given.has(name)) return refuse('repeated', `--${name}`)
    given.set(name, value ?? null)
  }
  let flags = noFlags
  for (const [name, value] of given) {
    const read = readFlag(flags, name, value, context)
    if (!read.ok) return read
    flags = read.value
  }
  return { ok: true, value: flags }
}

const readFlag = (flags: Flags, name: string, value: string | null, context: FlagsContext): FlagsResult => {
  const flag = `--${name}`
  switch (name) {
    case 'mode': {
      const mode = modes.find((known) => known === value)
      if (mode !== undefined) return accept({ ...flags, mode })
      return refuse('mode_unknown', flag)
    }
    case 'data-dir':
      return value ? accept({ ...flags, dataDir: resolve(context.cwd, value) }) : refuse('folder_missing', flag)
    case 'print-dir':
      return value ? accept({ ...flags, printDir: resolve(context.cwd, value) }) : refuse('folder_missing', flag)
    case 'stick-dir':
      if (!context.driver) return refuse('driver_only', flag)
      return value ? accept({ ...flags, stickDir: resolve(context.cwd, value) }) : refuse('folder_missing', flag)
    case 'lang':
      return value === 'zh-CN' ? accept(flags) : refuse('language_unknown', flag)
    case 'enrol':
      return readEnrol(flags, value ?? '')
    case 'no-sandbox':
      return context.platform === 'linux' ? accept({ ...flags, noSandbox: true }) : refuse('sandbox_linux_only', flag)
    default:
      if (systemSwitches.some((known) => known === name)) return accept(flags)
      if (!driverSwitches.some((known) => known === name)) return refuse('unknown', flag)
      return context.driver ? accept(flags) : refuse('driver_only', flag)
  }
}

const readEnrol = (flags: Flags, value: string): FlagsResult => {
  const { server, code } = /^(?<server>[^,]+),(?<code>[A-Za-z0-9-]{4,40})$/u.exec(value)?.groups ?? {}
  if (server === undefined || code === undefined) return refuse('enrol_malformed', '--enrol')
  if (!isServerAddress(server)) return refuse('enrol_server', '--enrol')
  return accept({ ...flags, enrol: { server: server.replace(/\/+$/u, ''), code } })
}

const loopback = ['127.0.0.1', '[::1]', 'localhost']

/** Personal data travels to this address: encrypted, except to this very machine. */
const isServerAddress = (text: string): boolean => {
  try {
    const { protocol, hostname, username, password, search, hash } = new URL(text)
    const encrypted = protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname))
    return encrypted && [username, password, search, hash].every((part) => part === '')
  } catch {
    return false
  }
}

const accept = (value: Flags): FlagsResult => ({ ok: true, value })
const refuse = (code: FlagRefusal['code'], flag: string): FlagsResult => ({ ok: false, error: { code, flag } })
