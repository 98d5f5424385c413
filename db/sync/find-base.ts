import type { Connection } from '../connection.ts'
import { chainHash } from '../log/chain.ts'
import { type BaseLink, setBase } from '../log/origin.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid, uuidToBytes } from '../uuid.ts'

/**
 * SYN-27: the link that the first operation of an incarnation continues, by its hash: one of the same device's earlier incarnations. A pulled
 * page does not name it, and does not have to: no other link gives that hash. Newest links first, where it nearly always is.
 */
export const findBase = (
  connection: Connection,
  origin: number,
  device: string,
  canon: string,
  hash: string,
): BaseLink | null => {
  for (const { n, inc } of connection.all(otherChains, { device: uuidToBytes(device), origin })) {
    for (let below = Number.MAX_SAFE_INTEGER; ;) {
      const links = connection.all(linksBelow, { origin: n, below, limit: 1000 })
      for (const link of links) {
        const prevHash = bytesToHex(link.hash)
        if (chainHash(prevHash, canon) === hash) return { inc: bytesToUuid(inc), seq: link.seq, hash: prevHash }
      }
      const last = links.at(-1)
      if (last === undefined) break
      below = last.seq
    }
  }
  return null
}

/** Chains whose base has come by now get it; there are hardly ever any. */
export const closeBases = (connection: Connection): void => {
  for (const { n, device } of connection.all(openBases, {})) {
    const first = connection.first(firstOf, { origin: n })
    const base =
      first === null ? null : findBase(connection, n, bytesToUuid(device), first.canon, bytesToHex(first.hash))
    if (base !== null) setBase(connection, n, base)
  }
}

export const leaveOpen = statement<{ origin: number }>()((param) =>
  query.updateTable('origin').set({ base_open: 1 }).where('n', '=', param('origin')),
)

const openBases = statement<NoParams>()(() =>
  query.selectFrom('origin').select(['n', 'device']).where('base_open', '=', 1),
)

const firstOf = statement<{ origin: number }>()((param) =>
  query.selectFrom('operation').select(['canon', 'hash']).where('origin', '=', param('origin')).where('seq', '=', 1),
)

const otherChains = statement<{ device: Uint8Array; origin: number }>()((param) =>
  query
    .selectFrom('origin')
    .select(['n', 'inc'])
    .where('device', '=', param('device'))
    .where('n', '<>', param('origin'))
    .orderBy('n', 'desc'),
)

const linksBelow = statement<{ origin: number; below: number; limit: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['seq', 'hash'])
    .where('origin', '=', param('origin'))
    .where('seq', '<', param('below'))
    .orderBy('seq', 'desc')
    .limit(param('limit')),
)
