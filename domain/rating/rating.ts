import type { Role } from '../case/role.ts'
import type { PlainDate } from '../plain-date.ts'

/** 满意度 (GB/T 39046 A.8): the code runs from best to worst, 1 非常满意 … 5 非常不满意. */
export const ratingLevels = [1, 2, 3, 4, 5] as const
export type RatingLevel = (typeof ratingLevels)[number]

/** 评价渠道 (GB/T 39046 table 9). */
export const ratingChannels = [
  'pc', // PC端
  'mobile', // 移动服务端
  'qr_code', // 二维码
  'hall_tablet', // 大厅平板
  'hall_terminal', // 大厅其他终端
  'phone', // 电话
  'sms', // 短信
] as const
export type RatingChannel = (typeof ratingChannels)[number]

/** What a rater may tick beside the level. */
export const ratingTags = [
  'prompt', // 办理快
  'clear', // 一次讲清
  'polite', // 态度好
  'one_visit', // 只跑一次
  'slow', // 办理慢
  'unclear', // 没讲清
  'impolite', // 态度差
  'repeated_visits', // 多次跑
  'extra_papers', // 多要材料
  'wrong_charge', // 乱收费
  'out_of_order', // 系统或设备故障
] as const
export type RatingTag = (typeof ratingTags)[number]

export interface Rating {
  readonly level: RatingLevel
  readonly channel: RatingChannel
  readonly tags: readonly RatingTag[]
  readonly comment: string | null
  /** The rater is not to be contacted, and his name is shown to nobody with the rating. */
  readonly anonymous: boolean
  readonly on: PlainDate
}

/** Stars run the other way: 5 = 非常满意. */
export const starsOf = (level: RatingLevel): number => 6 - level

/** 差评: 不满意 and 非常不满意. */
export const isBadRating = (level: RatingLevel): boolean => level >= 4

/** What a person may see of a rating; null = sealed from him. */
export interface VisibleRating {
  readonly channel: RatingChannel
  readonly on: PlainDate
  readonly level: RatingLevel | null
  readonly tags: readonly RatingTag[] | null
  readonly comment: string | null
  readonly anonymous: boolean
}

const servingRoles: ReadonlySet<Role> = new Set<Role>(['clerk', 'agent'])

/** True for those whom a resident rates across the counter. */
export const servesAtCounter = (role: Role): boolean => servingRoles.has(role)

/** Sealed from whoever serves the resident across the counter: they learn that it was given, not what it says. */
export const visibleRating = (role: Role, rating: Rating): VisibleRating =>
  servesAtCounter(role) ? { ...rating, level: null, tags: null, comment: null } : rating
