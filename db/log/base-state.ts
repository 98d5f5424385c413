import type { CaseState } from '../../domain/case/case-state.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, named, statement } from '../statement.ts'
import type { LoggedOperation } from './reader.ts'

/** SYN-60: the state of a case or record at a commit number, in the place of its operations up to there. */
export interface BaseState {
  readonly entity: string
  readonly type: 'case' | 'record'
  readonly cseq: number
  /** Of the device that opened it. */
  readonly deviceNo: string
  /** When anything was done to it last, epoch milliseconds of the server. */
  readonly lastAt: number
  readonly state: CaseState | RecordState
}

export const findBaseState = (connection: Connection, entity: string): BaseState | null => {
  const row = connection.first(byEntity, { entity })
  if (row === null) return null
  const { type, cseq, device_no: deviceNo, last_at: lastAt } = row
  // Written below from the same type.
  return { entity, type, cseq, deviceNo, lastAt, state: JSON.parse(row.state) as BaseState['state'] }
}

/** True for what the state stands for: committed before it, or, made elsewhere, forgotten by a restored server: that is in it too. */
export const isInBase = (base: Pick<BaseState, 'cseq'> | null, { cseq, status }: LoggedOperation): boolean =>
  base !== null && (cseq === null ? status === null : cseq <= base.cseq)

/** As a base of its type; null for none, or for one of the other type. */
export const caseBase = (base: BaseState | null): (BaseState & { readonly state: CaseState }) | null =>
  base !== null && isCaseBase(base) ? base : null
export const recordBase = (base: BaseState | null): (BaseState & { readonly state: RecordState }) | null =>
  base !== null && !isCaseBase(base) ? { ...base, state: base.state as RecordState } : null

const isCaseBase = (base: BaseState): base is BaseState & { readonly state: CaseState } => base.type === 'case'

export const putBaseState = (connection: Connection, base: BaseState): void => {
  const { entity, type, cseq, deviceNo: device_no, lastAt: last_at } = base
  connection.run(put, { entity, type, cseq, device_no, last_at, state: JSON.stringify(base.state) })
}

export const dropBaseState = (connection: Connection, entity: string): void => {
  connection.run(dropOne, { entity })
}

/** Those of a stretch of entities, `null` = to the last; answers what they were of. */
export const dropBaseStates = (
  connection: Connection,
  after: string,
  through: string | null,
): readonly { readonly entity: string; readonly type: 'case' | 'record' }[] => {
  const range = { after, through: through ?? endOfNames }
  const found = connection.all(within, range)
  if (found.length > 0) connection.run(drop, range)
  return found
}

/** Names of entities are letters, digits and a few signs of ASCII. */
export const endOfNames = '\u{10ffff}'

export const newestBase = (connection: Connection): number => connection.first(newest, {})?.cseq ?? 0

const byEntity = statement<{ entity: string }>()((param) =>
  query
    .selectFrom('base_state')
    .select(['type', 'cseq', 'device_no', 'last_at', 'state'])
    .where('entity', '=', param('entity')),
)

type Row = {
  readonly entity: string
  readonly type: 'case' | 'record'
  readonly cseq: number
  readonly device_no: string
  readonly last_at: number
  readonly state: string
}

const put = statement<Row>()((param) =>
  query
    .insertInto('base_state')
    .orReplace()
    .values(named(param, ['entity', 'type', 'cseq', 'device_no', 'last_at', 'state'])),
)

const within = statement<{ after: string; through: string }>()((param) =>
  query
    .selectFrom('base_state')
    .select(['entity', 'type'])
    .where('entity', '>', param('after'))
    .where('entity', '<=', param('through')),
)

const drop = statement<{ after: string; through: string }>()((param) =>
  query.deleteFrom('base_state').where('entity', '>', param('after')).where('entity', '<=', param('through')),
)

const dropOne = statement<{ entity: string }>()((param) =>
  query.deleteFrom('base_state').where('entity', '=', param('entity')),
)

const newest = statement<NoParams>()(() => query.selectFrom('base_state').select((eb) => eb.fn.max('cseq').as('cseq')))
