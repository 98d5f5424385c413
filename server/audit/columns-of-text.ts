import type { HistoryRow } from './history-rows.ts'

/** Columns that only repeat what the operation's text says; the text is hashed, they are not. Null stands for what was not read. */
export const isAsItsText = (row: HistoryRow): boolean => {
  const told = fieldsOf(row.canon)
  if (told === null) return row.verdict === 'quarantined'
  const isRead = row.verdict !== 'quarantined'
  if (isRead && (told['device'] !== row.device || told['inc'] !== row.inc || told['seq'] !== row.seq)) return false
  return (['op', 'entity', 'kind', 'kver'] as const).every((name) => row[name] === null || row[name] === told[name])
}

const fieldsOf = (canon: string): Readonly<Record<string, unknown>> | null => {
  try {
    const told: unknown = JSON.parse(canon)
    // A JSON object is a record of unknown values.
    return typeof told === 'object' && told !== null && !Array.isArray(told) ? (told as Record<string, unknown>) : null
  } catch {
    return null
  }
}
