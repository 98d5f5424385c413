import { deskView } from '../../queries/desk-view.ts'
import { anybody } from '../base.ts'

export const getDesk = anybody.desk.get.handler(({ context }) => deskView(context.services))
