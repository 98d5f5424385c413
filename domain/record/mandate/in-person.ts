import type { Article } from '../../law/article.ts'
import { inPersonMatters, unless } from './data/in-person-matters.ts'

/** The article that keeps an agent from a matter of this name; null = none of those known. */
export const inPersonArticle = (name: string): Article | null =>
  unless.some((word) => name.includes(word))
    ? null
    : (inPersonMatters.find(({ word }) => name.includes(word))?.article ?? null)
