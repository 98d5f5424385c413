import type { World } from './world.ts'

/** One thing that happens; false = there was no occasion for it. */
export type Action = (world: World) => Promise<boolean> | boolean
