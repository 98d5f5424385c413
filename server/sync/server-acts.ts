import { uptime } from 'node:os'
import { v7 as uuidv7 } from 'uuid'
import { pushText } from '../../contract/sync-texts.ts'
import { lockServerChain, serverDeviceNo } from '../admin/server-device.ts'
import type { Tx } from '../store/connect.ts'
import { getIdentity } from '../store/identity.ts'
import { appendToLog } from '../store/op-log.ts'
import { signAsServer } from './server-key.ts'
import { type ServerAct, serverRows } from './server-rows.ts'
import { withSignature } from './with-signature.ts'

/**
 * SYN-70: appends what is done on the server to its own chain, behind the operations that it answers; their effect on the states is the
 * caller's. The server's device is locked before any case (judge-arrivals.ts).
 */
export const appendServerActs = async (
  tx: Tx,
  center: string,
  acts: readonly ServerAct[],
  now: number,
): Promise<void> => {
  if (acts.length === 0) return
  const chain = await lockServerChain(tx, center)
  const mono = Math.floor(uptime() * 1000)
  const rows = serverRows(chain, acts, { now, mono, deviceNo: serverDeviceNo, newId: uuidv7 })
  const { signingKey } = await getIdentity(tx)
  const sig = signAsServer(signingKey, pushText(chain.device, chain.inc, rows.at(-1)?.hash ?? ''))
  await appendToLog(tx, chain, withSignature(rows, sig), now)
}
