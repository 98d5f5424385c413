import { sql } from 'kysely'
import type { Database } from '../store/connect.ts'

/** A block, and what is known of its numbers. */
export interface ListedBlock {
  readonly series: string
  readonly year: number
  readonly from: number
  readonly to: number
  readonly deviceNo: string
  readonly used: number
  /** Last day on which the device gives out any. */
  readonly expiresOn: string
}

/** SYN-75: every block of a center with how many of its numbers were given; the others are gaps, and say whose. */
export const listBlocks = async (db: Database, center: string): Promise<readonly ListedBlock[]> => {
  const { rows } = await sql<ListedBlock>`
    select b.series, b.year, b.from_n as "from", b.to_n as "to", d.device_no as "deviceNo", b.expires_on as "expiresOn",
      (select count(*)::integer from number_used u
        where u.center = b.center and u.series = b.series and u.year = b.year and u.n between b.from_n and b.to_n) as used
    from number_block b join device d on d.center = b.center and d.id = b.device
    where b.center = ${center} order by b.year, b.series, b.from_n`.execute(db)
  return rows
}
