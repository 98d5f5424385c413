/** How fast what waits is going away. */
export interface Rate {
  /** `confirmed`: operations that the server has confirmed so far, ever growing. */
  readonly note: (confirmed: number) => void
  /** Of the last minute; null while nothing moves. */
  readonly perMinute: () => number | null
}

const windowMs = 60_000

export const createRate = (now: () => number): Rate => {
  let samples: { readonly at: number; readonly confirmed: number }[] = []
  return {
    note: (confirmed) => {
      const at = now()
      if (samples.at(-1)?.confirmed === confirmed) return
      samples = [...samples.filter((sample) => sample.at > at - windowMs), { at, confirmed }]
    },
    perMinute: () => {
      const recent = samples.filter((sample) => sample.at > now() - windowMs)
      const [first] = recent
      const last = recent.at(-1)
      if (first === undefined || last === undefined || last.at === first.at) return null
      return Math.round(((last.confirmed - first.confirmed) * windowMs) / (last.at - first.at))
    },
  }
}

/** Whole seconds until `left` are done; null while nothing moves or nothing is left. */
export const etaSeconds = (left: number, perMinute: number | null): number | null =>
  perMinute === null || perMinute <= 0 || left === 0 ? null : Math.ceil((left * 60) / perMinute)
