const day = 86_400_000

/** By how much the clock of a desk may be wrong. */
export const clocks = [
  { kind: 'clock a day behind', offMs: () => -day },
  { kind: 'clock a day ahead', offMs: () => day },
  { kind: 'clock in 2099', offMs: () => Date.parse('2099-01-01') - Date.now() },
  { kind: 'clock in 2020', offMs: () => Date.parse('2020-01-01') - Date.now() },
] as const
