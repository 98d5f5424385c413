import type { OpenScope } from '../../contract/open.ts'
import type { PreApplication } from '../../contract/pre-application.ts'

/** Tables of migrations 0200 and 0210: the interface for other systems (contract/OPEN.md). */
export interface OpenTables {
  readonly open_token: OpenTokenTable
  readonly open_use: OpenUseTable
  readonly open_try: OpenTryTable
  readonly open_act: OpenActTable
  readonly pre_application: PreApplicationTable
  readonly application_feed: ApplicationFeedTable
}

/** One row in each center that a token opens. */
interface OpenTokenTable {
  readonly center: string
  readonly id: string
  /** SHA-256 of the token, which is 256 random bits: the token itself is shown once and kept nowhere. */
  readonly hash: Buffer
  /** Name of the other system; tokens of one name are of one system. */
  readonly system: string
  readonly scopes: readonly OpenScope[]
  readonly per_minute: number
  readonly issued_at: number
  readonly issued_by: string
  readonly expires_at: number
  readonly revoked_at: number | null
}

/** Requests of a token within a minute of the epoch. */
interface OpenUseTable {
  readonly center: string
  readonly token: string
  readonly minute: number
  readonly asked: number
}

/** Wrong proofs for a receipt number, there or not. */
interface OpenTryTable {
  readonly center: string
  /** Keyed hash of the number. */
  readonly subject: Buffer
  /** The first of those that are counted. */
  readonly since: number
  readonly failures: number
}

/** What a system asked and what came of it; rows are added and never changed. */
interface OpenActTable {
  readonly center: string
  readonly id: string
  readonly at: number
  readonly token: string
  readonly act: string
  /** `ok`, or the code of the refusal. */
  readonly outcome: string
  /** Keyed hash of the number that was asked about; null = about none. */
  readonly subject: string | null
}

interface PreApplicationTable {
  readonly center: string
  /** The natural key that a case with this number has (server/conflict). */
  readonly key: Buffer
  readonly pre_no: string
  readonly system: string
  readonly token: string
  /** Keyed hash of what was brought. */
  readonly proof: Buffer
  /** Null once nobody needs it any more. */
  readonly body: PreApplication | null
  readonly received_at: number
  /** Number of its last change, of the center's own. */
  readonly change: number
}

/** Its row lock orders the changes of a center's applications. */
interface ApplicationFeedTable {
  readonly center: string
  readonly changes: number
}
