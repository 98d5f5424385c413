/** Why a task of supervision exists. */
export const taskKinds = [
  'urge', // 催办
  'supervise', // 督办
  'yellow_card', // 黄牌
  'red_card', // 红牌
  'complaint', // 投诉
  'bad_rating', // 差评
  'sampling', // 抽查
] as const
export type TaskKind = (typeof taskKinds)[number]

/** Working days of one task, fixed when it is opened: later changes of the defaults move no date. */
export interface TaskLimits {
  /** To contact the rater and find out; bad ratings only. */
  readonly verify: number | null
  /** To tell the rater what is done; bad ratings only. */
  readonly feedback: number | null
  /** To answer; for a bad rating to put it right. */
  readonly answer: number
}

/**
 * Limits offered when a task is opened. No national numbers exist: the three of a bad rating are those of several cities (1, 5, 15), the
 * others are ours; a center offers its own.
 */
export const defaultTaskLimits: Readonly<Record<TaskKind, TaskLimits>> = {
  urge: { verify: null, feedback: null, answer: 2 },
  supervise: { verify: null, feedback: null, answer: 5 },
  yellow_card: { verify: null, feedback: null, answer: 5 },
  red_card: { verify: null, feedback: null, answer: 3 },
  complaint: { verify: null, feedback: null, answer: 10 },
  bad_rating: { verify: 1, feedback: 5, answer: 15 },
  sampling: { verify: null, feedback: null, answer: 10 },
}

export const isCard = (task: TaskKind): boolean => task === 'yellow_card' || task === 'red_card'

/** 催办 → 督办 → 黄牌 → 红牌. The others stand beside the ladder. */
export const escalationLadder = ['urge', 'supervise', 'yellow_card', 'red_card'] as const
export type LadderKind = (typeof escalationLadder)[number]

/** `to` is a graver rung than `from`; false when either is no rung. */
export const isGraver = (from: TaskKind, to: TaskKind): boolean => {
  const rung = (task: TaskKind) => escalationLadder.findIndex((kind) => kind === task)
  return rung(from) >= 0 && rung(to) > rung(from)
}
