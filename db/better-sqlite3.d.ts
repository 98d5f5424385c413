// The package ships types but hides them behind its "exports"; this declares the part of them that sqlite.ts uses.
declare module 'better-sqlite3' {
  interface Options {
    readonly readonly?: boolean
    readonly fileMustExist?: boolean
    /** Milliseconds to wait for a lock. */
    readonly timeout?: number
    /** Path of the compiled addon. */
    readonly nativeBinding?: string
    /** Called with each statement before it is run. */
    readonly verbose?: (sql: string) => void
  }

  interface Statement {
    readonly source: string
    readonly reader: boolean
    run(...params: unknown[]): { changes: number; lastInsertRowid: number | bigint }
    get(...params: unknown[]): unknown
    all(...params: unknown[]): unknown[]
    iterate(...params: unknown[]): IterableIterator<unknown>
  }

  class Database {
    constructor(path: string, options?: Options)
    readonly inTransaction: boolean
    readonly open: boolean
    prepare(source: string): Statement
    exec(source: string): this
    pragma(source: string, options?: { simple?: boolean }): unknown
    close(): this
  }

  export = Database
}
