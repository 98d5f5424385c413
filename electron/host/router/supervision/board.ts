import { readBoard } from '../../supervision/read-board.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const getBoard = signedIn.supervision.board.handler(({ context }) =>
  tellRun(readBoard(context.services, context.user)),
)
