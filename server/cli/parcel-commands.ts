import { type Result, err, ok } from '../../domain/result.ts'
import { findDeviceId } from '../admin/find-device.ts'
import { notifyNews } from '../news/notify.ts'
import { openParcel } from '../../parcel/parcel-on-disk.ts'
import { readOps } from '../parcel/read-ops.ts'
import { takeOps } from '../parcel/take-ops.ts'
import { type WrittenNews, writeNews } from '../parcel/write-news.ts'
import { findDevice } from '../store/devices.ts'
import { getIdentity } from '../store/identity.ts'
import type { ServerStore } from '../store/open-store.ts'
import { adminMessage } from './messages.ts'
import type { ParcelCommand } from './parcel-options.ts'
import { parcelProblem, words } from './parcel-words.ts'
import type { Outcome } from './run-command.ts'

type Done = Result<Outcome & { readonly bad?: boolean }, string>

export const runParcelCommand = (command: ParcelCommand, store: ServerStore): Promise<Done> =>
  command.name === 'bundle import' ? takeIn(command.options, store) : sendOut(command.options, store)

const takeIn = async (
  { file, out }: Extract<ParcelCommand, { readonly name: 'bundle import' }>['options'],
  { db: home, directory }: ServerStore,
): Promise<Done> => {
  const identity = await getIdentity(home)
  const source = await openParcel(file)
  if (source === null) return err(`${file}：${parcelProblem('parcel_unreadable')}`)
  try {
    const sound = await readOps({ directory, identity }, source)
    if (!sound.ok) return err(`${file}：${parcelProblem(sound.error)}`)
    const { db, device, head, operations } = sound.value
    const taken = await takeOps(sound.value)
    if (!taken.ok) return err(`${file}：${parcelProblem(taken.error)}`)
    await notifyNews(home, db, device.center)
    const { fresh, intake, refused } = taken.value
    const lines = intake
      ? [words.kept(device.deviceNo, operations)]
      : [words.taken(device.deviceNo, operations, fresh), ...(refused === null ? [] : [words.refused(refused.code)])]
    const json = { device: device.deviceNo, operations, fresh, intake, refused: refused?.code ?? null }
    // Only what the device can mend when it is told goes back to it (PCL-7).
    const isMendable = refused === null || refused.code === 'fork' || refused.code === 'chain_broken'
    if (out === undefined || intake || !isMendable)
      return ok({ lines, json: { ...json, answer: null }, bad: refused !== null })
    const answered = { inc: head.inc, cseq: head.cursor.cseq, refused }
    const written = await writeNews(db, identity, device, answered, out)
    if (!written.ok) return err([...lines, `${out}：${parcelProblem(written.error)}`].join('\n'))
    return ok({
      lines: [...lines, words.written(out, written.value)],
      json: { ...json, answer: written.value },
      bad: refused !== null,
    })
  } finally {
    await source.close()
  }
}

const sendOut = async (
  { center, device: deviceNo, out }: Extract<ParcelCommand, { readonly name: 'bundle export' }>['options'],
  { db: home, directory }: ServerStore,
): Promise<Done> => {
  const db = await directory.of(center)
  const id = await findDeviceId(db, center, deviceNo)
  const device = id === null ? null : await findDevice(db, id)
  if (device === null) return err(adminMessage({ code: 'device_unknown', subject: deviceNo }))
  const written = await writeNews(db, await getIdentity(home), device, null, out)
  if (!written.ok) return err(`${out}：${parcelProblem(written.error)}`)
  const json: { readonly device: string } & WrittenNews = { device: deviceNo, ...written.value }
  return ok({ lines: [words.written(out, written.value)], json })
}
