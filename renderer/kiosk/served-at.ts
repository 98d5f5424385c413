import type { Window } from '../../contract/reference.ts'

/** Windows where an organ's matters are taken in; none of its own = any 综合窗口 will do. */
export const servedAt = (windows: readonly Window[], organ: string): readonly Window[] =>
  windows.filter(({ organs }) => organs.includes(organ))
