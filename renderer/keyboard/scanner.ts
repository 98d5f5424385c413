/** Longest pause between two keys of a scanner, milliseconds. Nobody types a whole number that fast. */
export const scannerGapMs = 40
/** Shorter bursts are a quick hand, not a code. */
export const scannerMinLength = 8
/** A first key this long before the others, and more than twice their longest pause, may have been typed by a hand. */
const strayGapMs = 10

export interface ScanKey {
  readonly key: string
  /** Milliseconds on the event's own clock. */
  readonly at: number
}

/** One way to read a burst, with what was remembered before its first key. */
export interface Scan<Before> {
  readonly text: string
  readonly before: Before
}

export interface Scanner<Before> {
  /**
   * `look` tells what is to be remembered before this key. Gives the readings of a burst that ended with this Enter, the whole
   * of it first; empty = no scan ends here.
   */
  readonly feed: (key: ScanKey, look: () => Before) => readonly Scan<Before>[]
}

/** Finds scans among key presses: scanners and card readers type a code in one burst and end it with Enter. */
export const createScanner = <Before>(): Scanner<Before> => {
  let burst: Burst<Before> = noBurst
  let last = Number.NEGATIVE_INFINITY
  return {
    feed: ({ key, at }, look) => {
      const quick = at - last <= scannerGapMs
      last = at
      if (key.length === 1) {
        burst = grown(quick ? burst : noBurst, key, at, look)
        return []
      }
      if (modifiers.has(key)) return []
      // Any other key does something to the field or leaves it: what is typed after it begins anew.
      const ended = burst
      burst = noBurst
      return key === 'Enter' && quick ? readingsOf(ended) : []
    },
  }
}

interface Burst<Before> {
  readonly text: string
  /** Remembered before the first and before the second key: only they can begin a reading. */
  readonly befores: readonly Before[]
  readonly lastAt: number
  /** Between the first two keys, and the longest between any others; milliseconds. */
  readonly firstGap: number
  readonly longestGap: number
}

const noBurst: Burst<never> = { text: '', befores: [], lastAt: 0, firstGap: 0, longestGap: 0 }

const grown = <Before>(burst: Burst<Before>, key: string, at: number, look: () => Before): Burst<Before> => {
  const { length } = burst.text
  const gap = at - burst.lastAt
  return {
    text: burst.text + key,
    befores: length < 2 ? [...burst.befores, look()] : burst.befores,
    lastAt: at,
    firstGap: length === 1 ? gap : burst.firstGap,
    longestGap: length > 1 ? Math.max(burst.longestGap, gap) : burst.longestGap,
  }
}

/** Pressed by scanners for upper case and signs. */
const modifiers: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'NumLock', 'Control', 'Alt', 'AltGraph', 'Meta'])

const readingsOf = <Before>({ text, befores, firstGap, longestGap }: Burst<Before>): readonly Scan<Before>[] =>
  befores
    .map((before, index) => ({ text: text.slice(index), before }))
    .slice(0, firstGap >= strayGapMs && firstGap > 2 * longestGap ? 2 : 1)
    .filter((scan) => scan.text.length >= scannerMinLength)
