import { writeCatalogue } from '../../catalogue/write-catalogue.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const saveCatalogue = signedIn.catalogue.save.handler(({ context, input }) =>
  tellRun(writeCatalogue(context.services, input)),
)
