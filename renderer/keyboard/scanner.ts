/** Longest pause between two keys of a scanner, milliseconds. Nobody types a whole number that fast. */
export const scannerGapMs = 40
/** Shorter bursts are a quick hand, not a code. */
export const scannerMinLength = 8

export interface ScanKey {
  readonly key: string
  /** Milliseconds on the event's own clock. */
  readonly at: number
}

export interface Scanner {
  /** `begins` = this key may be the first of a burst; `text` = a burst that ended with this Enter, or null. */
  readonly feed: (key: ScanKey) => { readonly begins: boolean; readonly text: string | null }
}

/** Finds scans among key presses: scanners and card readers type a code in one burst and end it with Enter. */
export const createScanner = (): Scanner => {
  let burst = ''
  let last = Number.NEGATIVE_INFINITY
  return {
    feed: ({ key, at }) => {
      const quick = at - last <= scannerGapMs
      last = at
      if (key === 'Enter') {
        const text = quick && burst.length >= scannerMinLength ? burst : null
        burst = ''
        return { begins: false, text }
      }
      // Shift and its like are pressed by scanners for upper case and signs.
      if (key.length !== 1) return { begins: false, text: null }
      burst = quick ? burst + key : key
      return { begins: !quick, text: null }
    },
  }
}
