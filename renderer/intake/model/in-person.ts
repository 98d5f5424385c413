import type { Article } from '../../../domain/law/article.ts'
import { inPersonArticle } from '../../../domain/record/mandate/in-person.ts'
import type { IntakeForm } from './form-model.ts'

export interface InPersonMatter {
  readonly name: string
  readonly article: Article
}

/** Matters of the form that the law wants the applicant himself for (INT-8), in their order; none while nobody acts for him. */
export const inPersonMatters = ({ represented, matter, bundle }: IntakeForm): readonly InPersonMatter[] => {
  if (!represented) return []
  const items =
    matter?.kind === 'service' ? [matter.item] : matter?.kind === 'bundle' ? bundle.parts.map(({ item }) => item) : []
  return items.flatMap(({ name }) => {
    const article = inPersonArticle(name)
    return article === null ? [] : [{ name, article }]
  })
}
