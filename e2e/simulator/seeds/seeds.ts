/** Runs that once broke an invariant, or came near it: what was wrong, in the words of what must hold. */
export const seeds = [
  {
    name: 'of two cases with one number, one is refused: the other is no twin any more',
    draws: 'first',
    seed: 8,
    devices: 3,
    steps: 60,
  },
  {
    name: 'a power cut right after going back with a restored server leaves nothing safe that nobody has proved',
    draws: 'first',
    seed: 38,
    devices: 3,
    steps: 60,
  },
  {
    name: 'an operation that was put aside comes again from an older disk',
    draws: 'first',
    seed: 213,
    devices: 3,
    steps: 60,
  },
  {
    name: 'a revoked device hands in what the rules would crash on',
    draws: 'first',
    seed: 103,
    devices: 5,
    steps: 300,
  },
  {
    name: 'a revoked device erases nothing that only a copy of it has handed in under its name',
    draws: 'first',
    seed: 144,
    devices: 3,
    steps: 60,
  },
  {
    name: 'an operation waits in the intake under two chains of its revoked device: judged, it takes effect once',
    draws: 'contacts',
    seed: 66,
    devices: 3,
    steps: 60,
  },
  {
    name: 'a desk that is given less while the server is restored keeps nothing that is not of it any more',
    draws: 'all',
    seed: 104,
    devices: 3,
    steps: 60,
  },
  {
    name: 'what was written anew after a copy, and left with its scope, leaves no text behind and proves the rest',
    draws: 'all',
    seed: 1512,
    devices: 3,
    steps: 60,
  },
] as const
