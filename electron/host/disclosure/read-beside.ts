import type { BesideRequest } from '../../../contract/queries/disclosure.ts'
import type { RunProgress } from '../../../contract/queries/run.ts'
import { comparedRequest } from '../../../domain/disclosure/compared-request.ts'
import type { DisclosureCase } from '../../../domain/disclosure/disclosure-state.ts'
import { type ComparedRequest, similarRequests } from '../../../domain/disclosure/similar.ts'
import { priceOfRequest } from '../../../domain/fees/monthly-requests.ts'
import { processingFeeTariffOn } from '../../../domain/fees/processing-fee.ts'
import { maskPersonalData } from '../../../domain/register/personal-data.ts'
import { lookUpIn } from '../perform/look-up.ts'
import { casesInSlices } from '../reports/in-slices.ts'
import type { Services } from '../services.ts'

const mostOffered = 10

/** Earlier requests for much the same with their answers (DIS-29), and the place among the applicant's requests of the month (FEE). */
export async function* readBeside(
  { store, now }: Pick<Services, 'store' | 'now'>,
  caseId: string,
): AsyncGenerator<RunProgress, BesideRequest> {
  const state = store.read.cases.find(caseId)?.state
  if (state?.kind !== 'disclosure') return { similar: [], month: null }
  const compared: ComparedRequest[] = []
  yield* casesInSlices(store, { kinds: ['disclosure'], now }, ({ state: other }) => {
    if (other.kind === 'disclosure') compared.push(comparedRequest(other))
  })
  const similar = similarRequests(comparedRequest(state), compared)
    .slice(0, mostOffered)
    .flatMap(({ id, similarity, sameApplicant }) => {
      const other = store.read.cases.find(id)?.state
      if (other?.kind !== 'disclosure') return []
      const { caseNo, intake, arrivedOn, status, ending } = other
      return [
        {
          id,
          caseNo,
          subject: maskPersonalData(intake.subject),
          receivedOn: arrivedOn,
          similarity: Math.round(similarity * 100),
          sameApplicant,
          status,
          outcome: ending?.outcome ?? null,
        },
      ]
    })
  return { similar, month: monthOfRequest(store, state) }
}

const monthOfRequest = (store: Services['store'], { id, clockStart }: DisclosureCase): BesideRequest['month'] => {
  if (clockStart === null) return null
  const place = lookUpIn(store.read.cases).requestOfMonth(id)
  const tariff = processingFeeTariffOn(clockStart)
  return {
    month: clockStart.slice(0, 7),
    place,
    fen: place === null || tariff === null ? null : priceOfRequest(place, tariff),
  }
}
