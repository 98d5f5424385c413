import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { query } from './query.ts'

/** What SQLite can bind. */
export type SqlValue = string | number | null | Uint8Array

export type SqlParams = Readonly<Record<string, SqlValue>>

/** For statements without parameters. */
export type NoParams = Readonly<Record<never, SqlValue>>

/**
 * A statement with named parameters, compiled to SQL when it is first asked for. kysely's own dialect compiles and prepares on
 * every call, which costs as much as the query itself (bench: intake); here both happen once for each connection.
 */
export interface Statement<Params extends SqlParams, Row> {
  readonly compiled: () => CompiledStatement
  /** Never there: carries the types for the compiler. */
  readonly types?: (params: Params) => Row
}

export interface CompiledStatement {
  readonly sql: string
  /** For each `?`: the name to take from the arguments, or a constant. */
  readonly slots: readonly (Slot | { readonly constant: SqlValue })[]
}

/** Stands for a parameter while kysely builds the query. */
export class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

export type Param<Params> = <Name extends keyof Params & string>(name: Name) => RawBuilder<Params[Name]>

/** Anything that kysely can compile: a query builder, or a piece of `sql`. */
interface Compilable<Row> {
  readonly compile: (provider: typeof query) => CompiledQuery<Row>
}

/** `statement<{ id: Uint8Array }>()((param) => query.selectFrom('cases').select('seq').where('id', '=', param('id')))` */
export const statement =
  <Params extends SqlParams>() =>
  <Row>(build: (param: Param<Params>) => Compilable<Row>): Statement<Params, Row> => {
    let compiled: CompiledStatement | null = null
    return { compiled: () => (compiled ??= compile(build((name) => sql`${new Slot(name)}`))) }
  }

/** `{ a: param('a'), b: param('b') }`, for inserts and updates of many columns. */
export const named = <Params, Name extends keyof Params & string>(
  param: Param<Params>,
  names: readonly Name[],
): { readonly [N in Name]: RawBuilder<Params[N]> } =>
  // Object.fromEntries forgets which key has which type; each value comes from the key beside it.
  Object.fromEntries(names.map((name) => [name, param(name)])) as { [N in Name]: RawBuilder<Params[N]> }

/** The arguments in the order of the placeholders. */
export const bind = (slots: CompiledStatement['slots'], params: SqlParams): SqlValue[] =>
  slots.map((slot) => {
    if (!(slot instanceof Slot)) return slot.constant
    const value = params[slot.name]
    if (value === undefined) throw new TypeError(`SQL parameter ${slot.name} is missing`)
    return value
  })

/** An insert of one row, as the same of several, each with its own arguments one after the other. */
export const ofManyRows = ({ sql: text, slots }: CompiledStatement, rows: number): CompiledStatement => {
  const [, before, row] = /^(insert into "\w+" \([^()]*\) values )(\([?, ]*\))$/u.exec(text) ?? []
  if (before === undefined || row === undefined) throw new TypeError('not an insert of one row alone')
  return {
    sql: before + Array.from({ length: rows }, () => row).join(', '),
    slots: Array.from({ length: rows }, () => slots).flat(),
  }
}

const compile = <Row>(built: Compilable<Row>): CompiledStatement => {
  const { sql: text, parameters } = built.compile(query)
  return {
    sql: text,
    slots: parameters.map((value) => (value instanceof Slot ? value : { constant: toSqlValue(value) })),
  }
}

const toSqlValue = (value: unknown): SqlValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array)
    return value
  throw new TypeError(`not an SQL value: ${typeof value}`)
}
