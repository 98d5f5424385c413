/** One step of the schema. Shipped steps are never edited; ids go in tens so that parallel work fits between. */
export interface Migration {
  /** Also SQLite's `user_version` after it. */
  readonly id: number
  readonly name: string
  readonly sql: string
}
