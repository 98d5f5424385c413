/** SYN-17: how many pushes are worked on at once. More are told to come back, before their body is read. */
export interface Admission {
  /** The way out, to be called once when the request ends, or null when it must come back. */
  readonly enter: () => (() => void) | null
}

export const makeAdmission = (limit: number): Admission => {
  let inside = 0
  return {
    enter: () => {
      if (inside >= limit) return null
      inside += 1
      let left = false
      return () => {
        if (!left) inside -= 1
        left = true
      }
    },
  }
}
