import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { hexToBytes, uuidToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'

export interface BlobWriter {
  /** Notes a file that is on the disk; one that was refused before may be tried again. */
  readonly add: (blob: { readonly id: string; readonly size: number }, at: number) => void
  /** Notes that the file was attached to the case here. */
  readonly use: (id: string, caseId: string) => void
  /** The server of this epoch holds the whole file. */
  readonly sent: (id: string, epoch: string) => void
  readonly refuse: (id: string, reason: string) => void
  readonly told: (id: string, caseId: string) => void
  /** The file is on this disk no more. */
  readonly forget: (id: string) => void
}

export const blobWriter = (connection: Connection, scope: WriteScope): BlobWriter => {
  const changed = () => scope.touch('sync')
  return {
    add: ({ id, size }, at) => {
      changed()
      connection.run(add, { id: hexToBytes(id), size, added_at: at })
    },
    use: (id, caseId) => {
      changed()
      connection.run(use, { blob: hexToBytes(id), case_id: uuidToBytes(caseId) })
    },
    sent: (id, epoch) => {
      changed()
      connection.run(sent, { id: hexToBytes(id), epoch })
    },
    refuse: (id, reason) => {
      changed()
      connection.run(refuse, { id: hexToBytes(id), reason })
    },
    told: (id, caseId) => {
      changed()
      connection.run(told, { id: hexToBytes(id), caseId: uuidToBytes(caseId) })
    },
    forget: (id) => {
      changed()
      connection.run(forgetUses, { id: hexToBytes(id) })
      connection.run(forget, { id: hexToBytes(id) })
    },
  }
}

const add = statement<{ id: Uint8Array; size: number; added_at: number }>()((param) =>
  query
    .insertInto('blob')
    .values(named(param, ['id', 'size', 'added_at']))
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ refused: null })),
)

const use = statement<{ blob: Uint8Array; case_id: Uint8Array }>()((param) =>
  query
    .insertInto('blob_use')
    .values(named(param, ['blob', 'case_id']))
    .onConflict((conflict) => conflict.columns(['blob', 'case_id']).doNothing()),
)

const sent = statement<{ id: Uint8Array; epoch: string }>()((param) =>
  query
    .updateTable('blob')
    .set({ sent_epoch: param('epoch'), refused: null })
    .where('id', '=', param('id')),
)

const refuse = statement<{ id: Uint8Array; reason: string }>()((param) =>
  query
    .updateTable('blob')
    .set({ refused: param('reason') })
    .where('id', '=', param('id')),
)

const told = statement<{ id: Uint8Array; caseId: Uint8Array }>()((param) =>
  query.updateTable('blob_use').set({ told: 1 }).where('blob', '=', param('id')).where('case_id', '=', param('caseId')),
)

const forgetUses = statement<{ id: Uint8Array }>()((param) =>
  query.deleteFrom('blob_use').where('blob', '=', param('id')),
)

const forget = statement<{ id: Uint8Array }>()((param) => query.deleteFrom('blob').where('id', '=', param('id')))
