import { z } from 'zod'
import { ratingLevels, ratingTags } from '../../domain/rating/rating.ts'
import { text } from '../primitives.ts'

/** What the resident says on his own screen; where and when it was said the host knows. */
export const GivenRatingSchema = z.strictObject({
  level: z.union(ratingLevels.map((level) => z.literal(level))),
  tags: z.array(z.enum(ratingTags)).max(ratingTags.length),
  comment: text(500).nullable(),
  anonymous: z.boolean(),
})
export type GivenRating = z.infer<typeof GivenRatingSchema>
