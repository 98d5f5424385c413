import { waitingFiles } from '../../queries/waiting-files.ts'
import { signedIn } from '../base.ts'

export const listWaitingFiles = signedIn.sync.files.handler(({ context }) =>
  waitingFiles(context.services.store, context.services.sync.fileUnderWay()),
)

export const retryFile = signedIn.sync.retryFile.handler(({ context: { services }, input: { blob } }) => {
  const { store, sync, now } = services
  const file = store.read.blobs.find(blob)
  if (file !== null && file.refused !== null)
    store.transact((writer) => writer.blobs.add({ id: file.id, size: file.size }, now()))
  return sync.now()
})
