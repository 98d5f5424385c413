import { readCatalogueBoard } from '../../catalogue/read-catalogue-board.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const getCatalogueBoard = signedIn.catalogue.board.handler(({ context }) =>
  tellRun(readCatalogueBoard(context.services)),
)
