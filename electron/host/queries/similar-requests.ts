import type { CaseReader } from '../../../db/cases/reader.ts'
import { comparedRequest } from '../../../domain/disclosure/compared-request.ts'
import type { DisclosureCase } from '../../../domain/disclosure/disclosure-state.ts'
import { type ComparedRequest, similarRequests } from '../../../domain/disclosure/similar.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { eachCase } from '../reports/each-case.ts'

export interface SimilarDisclosure {
  readonly caseNo: string
  readonly subject: string
  readonly receivedOn: PlainDate
  readonly similarity: number
  readonly sameApplicant: boolean
}

const maxOffered = 20

/** Other disclosure requests of the store that ask for much the same, each with how alike it is. A hint for a person, never a block. */
export const findSimilarRequests = (cases: CaseReader, state: DisclosureCase): readonly SimilarDisclosure[] => {
  const others = new Map<string, DisclosureCase>()
  function* compared(): Generator<ComparedRequest, void> {
    for (const { state: other } of eachCase(cases, ['disclosure'])) {
      if (other.kind !== 'disclosure') continue
      others.set(other.id, other)
      yield comparedRequest(other)
    }
  }
  return similarRequests(comparedRequest(state), compared())
    .slice(0, maxOffered)
    .flatMap(({ id, similarity, sameApplicant }) => {
      const other = others.get(id)
      if (other === undefined) return []
      const { caseNo, intake, arrivedOn } = other
      return [{ caseNo, subject: intake.subject, receivedOn: arrivedOn, similarity, sameApplicant }]
    })
}
