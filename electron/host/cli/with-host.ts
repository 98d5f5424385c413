import { resolve } from 'node:path'
import type { OpenFailure, OpenOptions } from '../../../db/open.ts'
import { journalIn } from '../../../db/store-file.ts'
import { StoreError } from '../../../db/store-error.ts'
import { type Result, err } from '../../../domain/result.ts'
import { type Host, composeHost } from '../compose.ts'
import { obtainStoreKey } from '../keys/store-key.ts'
import { createHostLog } from '../log/host-log.ts'
import { authoritySetting, readAuthority } from '../sync-agent/read-authority.ts'
import type { CliIo, ExitCode } from './io.ts'
import { authorityWords } from './messages/authority.ts'
import { storeFailureExit, storeFailureWords } from './messages/store.ts'

/** `create`: a new store may be made there; `authority`: a certificate to be trusted from now on. The rest as for the store. */
export type HostOpening = { readonly create?: boolean; readonly authority?: string } & Pick<
  OpenOptions,
  'repair' | 'restoreFrom' | 'onRebuild'
>

/** Opens the store in `dir` for one command and closes it whatever happens. */
export const withHost = async (
  dir: string,
  io: CliIo,
  work: (host: Host) => Promise<ExitCode> | ExitCode,
  { create = false, authority, ...opening }: HostOpening = {},
): Promise<ExitCode> => {
  const trusted = authority ?? findAuthority(io)
  if (trusted === false) return 2
  const opened = await openHost(resolve(dir), io, { create, authority: trusted, ...opening })
  if (!opened.ok) return refuse(opened.error, io)
  try {
    return await work(opened.value)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return refuse({ code: error.code, detail: error.message }, io)
  } finally {
    await opened.value.close()
  }
}

const openHost = async (
  dir: string,
  io: CliIo,
  {
    create,
    authority,
    ...opening
  }: Omit<HostOpening, 'create' | 'authority'> & { readonly create: boolean; readonly authority: string | null },
): Promise<Result<Host, OpenFailure>> => {
  const passphrase = io.env['YICHUANG_PASSPHRASE'] ?? ''
  const key = await obtainStoreKey({
    dir,
    osKeyStore: null,
    passphrase: passphrase === '' ? null : passphrase,
    mayCreate: create,
    mayUseKeyFile: true,
  })
  if (!key.ok) return err(key.error)
  const log = createHostLog({ dir, now: io.now })
  return composeHost({
    dir,
    key: key.value,
    nativeBinding: null,
    appVersion: io.version,
    log,
    opening: { ...opening, ...journalIn(io.env['YICHUANG_JOURNAL_DIR'] ?? null, key.value) },
    now: io.now,
    authority,
    ...(io.fetch === undefined ? {} : { fetch: io.fetch }),
  })
}

/** The certificate that the setting names; null = none is named, false = it was refused and said so. */
const findAuthority = (io: CliIo): string | null | false => {
  const path = io.env[authoritySetting] ?? ''
  if (path === '') return null
  const read = readAuthority(path)
  if (read.ok) return read.value
  io.say(authorityWords(read.error, path))
  return false
}

const refuse = (failure: OpenFailure, io: CliIo): ExitCode => {
  io.say(storeFailureWords(failure))
  return storeFailureExit(failure)
}
