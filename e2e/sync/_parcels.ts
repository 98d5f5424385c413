// What two people with a stick do: one at the window, one at the server of the center. No network between them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Imported } from '../../contract/queries/parcels.ts'
import type { Result } from '../../domain/result.ts'
import { createParcels } from '../../electron/host/parcel/parcels.ts'
import { parseCommand } from '../../server/cli/parse-command.ts'
import { runAny } from '../../server/cli/run-any.ts'
import type { ServerStore } from '../../server/store/open-store.ts'
import type { TestDesk } from './_testing.ts'

export const parcelsOf = ({ store }: TestDesk, now: () => number = Date.now) =>
  createParcels({ store, now, appVersion: '0' })

export interface Stick {
  readonly path: (name: string) => string
  readonly remove: () => void
}

export const makeStick = (): Stick => {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-stick-'))
  return { path: (name) => join(folder, `${name}.yichuang`), remove: () => rmSync(folder, { recursive: true }) }
}

/** A command of the server, as an administrator types it. */
export const atServer = async (store: ServerStore, ...args: readonly string[]) => {
  const command = parseCommand(args)
  if (!command.ok || command.value.name === 'serve' || command.value.name === 'help') throw new Error('no command')
  return runAny(command.value, store)
}

export const must = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export const exported = async (desk: TestDesk, path: string): Promise<string> => {
  must(await parcelsOf(desk).exportTo(path))
  return path
}

/** The whole errand: out of the window, into the server, and back with the answer. */
export const errand = async (desk: TestDesk, store: ServerStore, stick: Stick, name: string): Promise<Imported> => {
  await exported(desk, stick.path(`${name}-out`))
  must(
    await atServer(store, 'bundle', 'import', '--file', stick.path(`${name}-out`), '--out', stick.path(`${name}-back`)),
  )
  return must(await parcelsOf(desk).importFrom(stick.path(`${name}-back`)))
}
