/** The one source of chance of a run: the same seed draws the same things. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number
  /** A whole number from 0 up to `below`. */
  readonly int: (below: number) => number
  readonly chance: (share: number) => boolean
  /** One of `choices`; null when there is none. */
  readonly pick: <T>(choices: readonly T[]) => T | null
  /** UUIDv7 in form. */
  readonly uuid: (at: number) => string
  /** Another source that draws on its own, so that one part may draw more without changing another. */
  readonly fork: () => Random
}

/** sfc32 (PractRand): 32 bits a draw, and no platform in it. */
export const createRandom = (seed: number): Random => {
  let [a, b, c, counter] = [seed | 0, (seed ^ 0x9e3779b9) | 0, 0x243f6a88, 1]
  const bits = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let n = 0; n < 16; n++) bits()
  const next = () => bits() / 0x1_0000_0000
  const int = (below: number) => Math.floor(next() * below)
  const hex = (digits: number) => bits().toString(16).padStart(8, '0').slice(0, digits)
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (choices) => choices[int(choices.length)] ?? null,
    uuid: (at) => {
      const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0').slice(-12)
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(8)}${hex(4)}`
    },
    fork: () => createRandom(bits()),
  }
}
