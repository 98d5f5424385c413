import { foldForSearch } from '../../domain/text/fold.ts'
import type { Connection } from '../connection.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { bytesToUuid } from '../uuid.ts'
import { byAlias } from './aliases.ts'

/** See `CaseReader.findIdByNo`. */
export const findIdByNo = (connection: Connection, text: string): string | null => {
  const row = findByNo(connection, text)
  return row === null ? null : bytesToUuid(row.id)
}

/** The key of the case with this number, or null when the text is no number or no case has it. */
export const findSeqByNo = (connection: Connection, text: string): number | null =>
  findByNo(connection, text)?.seq ?? null

const findByNo = (connection: Connection, text: string): { id: Uint8Array; seq: number } | null => {
  const plain = foldForSearch(text).replaceAll(/\s/g, '').replaceAll(dashes, '-').toUpperCase()
  if (whole.test(plain)) return caseUnder(connection, plain)
  if (!withoutCenter.test(plain)) return null
  const center = metaReader(connection).findDevice()?.center
  return center === undefined ? null : caseUnder(connection, `${center}-${plain}`)
}

/** CFL-7: the number of a second entry leads to the case that stands. */
const caseUnder = (connection: Connection, caseNo: string): { id: Uint8Array; seq: number } | null =>
  connection.first(byAlias, { caseNo }) ?? connection.first(byNo, { caseNo })

/** What keyboards and documents put for a hyphen. */
const dashes = /[\u2010-\u2015\u2212]/g
const whole = /^\d{6}-\d{8}-[A-Z]\d{2,4}-\d{4,6}$/
const withoutCenter = /^\d{8}-[A-Z]\d{2,4}-\d{4,6}$/

/** Of twins the first that came. */
export const byNo = statement<{ caseNo: string }>()((param) =>
  query.selectFrom('cases').select(['id', 'seq']).where('case_no', '=', param('caseNo')).orderBy('twin').limit(1),
)
