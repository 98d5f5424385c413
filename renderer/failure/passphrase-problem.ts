/** Shortest passphrase for a new store; the host enforces it again. */
const minLength = 8

export type PassphraseProblem = 'tooShort' | 'different'

/**
 * What is wrong with a typed passphrase, or null. `repeat` null = an existing store is opened and the host alone knows; a
 * text = a passphrase is being set, typed twice because a slip would lock the data for ever.
 */
export const passphraseProblem = (passphrase: string, repeat: string | null): PassphraseProblem | null => {
  if ([...passphrase].length < minLength) return 'tooShort'
  return repeat === null || repeat === passphrase ? null : 'different'
}
