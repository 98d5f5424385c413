import type { Applicant } from './applicant.ts'

/** A firm's name and credit code are public registers; a person's are not, nor those of a trader without a firm name. */
export const isPerson = ({ kind, idType }: Pick<Applicant, 'kind' | 'idType'>): boolean =>
  kind === 'person' || (kind === 'sole_trader' && idType !== 'uscc')
