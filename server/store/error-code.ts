/** `code` of a Node or PostgreSQL error (`ENOENT`, `23505`), or null. */
export const errorCodeOf = (error: unknown): string | null => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
