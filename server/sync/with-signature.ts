/** SYN-35: the signature of a push is kept with its last operation: it proves the chain up to there to whoever asks. */
export const withSignature = <T extends object>(
  rows: readonly T[],
  sig: string,
): readonly (T & { readonly sig: string | null })[] =>
  rows.map((row, at) => ({ ...row, sig: at === rows.length - 1 ? sig : null }))
