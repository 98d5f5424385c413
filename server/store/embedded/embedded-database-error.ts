export type EmbeddedDatabaseFailure =
  | 'no_binaries' // no PostgreSQL for this platform in node_modules; detail = platform
  | 'no_account' // run as root, and no ordinary account could be found or made; detail = reason
  | 'init_failed' // detail = what initdb said
  | 'start_failed' // detail = end of PostgreSQL's log
  | 'secret_lost' // a cluster without its password file; detail = path of the file

/** The embedded database cannot run here. The command line words it by `code`. */
export class EmbeddedDatabaseError extends Error {
  readonly code: EmbeddedDatabaseFailure
  readonly detail: string

  constructor(code: EmbeddedDatabaseFailure, detail: string) {
    super(`embedded database: ${code}: ${detail}`)
    this.name = 'EmbeddedDatabaseError'
    this.code = code
    this.detail = detail
  }
}
