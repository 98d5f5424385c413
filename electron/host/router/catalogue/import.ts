import { importEntries } from '../../catalogue/import-entries.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const importCatalogueEntries = signedIn.catalogue.import.handler(({ context, input }) => {
  const { user, session, services } = context
  return tellRun(importEntries(services, input, { staffId: user.id, role: user.role, session }))
})
