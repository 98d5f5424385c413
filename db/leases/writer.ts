import type { NumberBlock } from '../../contract/lease.ts'
import type { Connection } from '../connection.ts'
import type { WriteScope } from '../write-scope.ts'
import { type Series, putBlock } from './number-blocks.ts'

export interface NumberWriter {
  /** The server has leased a block to this device, or set another end to one that it has. */
  readonly put: (series: Series, block: NumberBlock) => void
}

export const numberWriter = (connection: Connection, scope: WriteScope): NumberWriter => ({
  put: (series, block) => {
    scope.touch('sync')
    putBlock(connection, series, block)
  },
})
