import { z } from 'zod'
import type { PullOutput } from '../../../contract/sync.ts'
import { checkpointText } from '../../../contract/sync-texts.ts'
import type { MetaReader } from '../../../db/meta/reader.ts'
import type { MetaWriter } from '../../../db/meta/writer.ts'
import type { Session } from './session.ts'
import { isSignedByServer } from './signed-by-server.ts'

type Checkpoint = NonNullable<PullOutput['checkpoint']>

const KeptSchema = z.object({ epoch: z.string(), cseq: z.int(), head: z.string(), at: z.int(), sig: z.string() })
type Kept = z.infer<typeof KeptSchema>

/** The newest head that the server has signed, as it was kept. */
export const keptCheckpoint = (meta: MetaReader): Kept | null => read(meta, 'checkpoint')

/** The last one that the history went against, kept as evidence. */
export const contradictedCheckpoint = (meta: MetaReader): Kept | null => read(meta, 'checkpoint_contradicted')

const read = (meta: MetaReader, key: 'checkpoint' | 'checkpoint_contradicted'): Kept | null => {
  const text = meta.find(key)
  if (text === null) return null
  const kept = KeptSchema.safeParse(JSON.parse(text))
  return kept.success ? kept.data : null
}

/**
 * SYN-31: a head that the server has signed is compared with the history that was read here, and kept: whoever rewrites the history later
 * contradicts his own signature. Answers false when this one contradicts; it is kept as evidence then, and told once.
 */
export const noteCheckpoint = (session: Session, checkpoint: Checkpoint): boolean => {
  const { store, device, epoch } = session
  const { meta, sync } = store.read
  const known = keptCheckpoint(meta)
  if (known !== null && known.epoch === epoch && known.cseq >= checkpoint.cseq) return true
  const { cseq, head, at } = checkpoint
  // Not yet read as far as this: a later page has it.
  const cursor = sync.cursor(device.center)
  if (cseq > cursor.cseq) return true
  if (!isSignedByServer(meta.find('server_key'), checkpointText(device.center, cseq, head, at), checkpoint.sig))
    return true
  const text = JSON.stringify({ epoch, ...checkpoint })
  const ours = cseq === cursor.cseq ? cursor.head : sync.heads(device.center, cseq).at(cseq)
  // Inside of what this device was not given.
  if (ours === null) return true
  const agrees = ours === head
  if (!agrees && meta.find('checkpoint_contradicted') === text) return true
  store.transact((writer) => writer.meta.set(agrees ? 'checkpoint' : 'checkpoint_contradicted', text))
  return agrees
}

/**
 * The history goes back below a head that was signed. After a restore, which has an epoch of its own, that is to be expected; within one
 * epoch it is evidence of a history that was rewritten, and kept.
 */
export const dropCheckpointAbove = (writer: MetaWriter, meta: MetaReader, epoch: string, cseq: number): void => {
  const known = keptCheckpoint(meta)
  if (known === null || known.cseq <= cseq) return
  if (known.epoch === epoch) writer.set('checkpoint_contradicted', JSON.stringify(known))
  writer.remove('checkpoint')
}
