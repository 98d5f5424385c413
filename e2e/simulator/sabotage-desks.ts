import type { BrokenServer } from './sabotage.ts'
import type { Machine } from './machine.ts'

/** A desk with one fault, and the invariants that must find it. */
export const brokenDesks: readonly BrokenServer[] = [
  {
    name: 'takes news that is for another',
    finds: [27],
    from: 1,
    make: () => ({
      takeNews: async (_machine, right) => {
        await right()
        return true
      },
    }),
  },
  {
    // What it did since is gone as well, as if it had been put away with nobody else having it.
    name: 'goes back to where it stood when it took news before',
    finds: [26, 27],
    from: 1,
    make: () => {
      const earlier = new WeakMap<Machine, string>()
      return {
        takeNews: async (machine, right) => {
          const before = earlier.get(machine) ?? machine.image()
          earlier.set(machine, before)
          const taken = await right()
          await machine.replaceDisk(before)
          return taken
        },
      }
    },
  },
]
