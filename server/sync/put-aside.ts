import type { JudgeArrivals } from './judge-arrivals.ts'

/** SYN-39: what the server fails on is kept as it came, under a verdict of its own; nothing of it is looked at. */
export const putAside: JudgeArrivals = (_tx, _place, texts) =>
  Promise.resolve({
    operations: texts.map((text) => ({
      ...text,
      op: null,
      entity: null,
      kind: null,
      kver: null,
      base: 0,
      hlc: null,
      verdict: 'quarantined' as const,
      reason: 'put_aside',
      ref: null,
    })),
    failures: [],
    followUps: [],
  })
