import type { CarriedCase } from '../../../contract/queries/agency.ts'
import type { Store } from '../../../db/store.ts'
import { maskName } from '../../../domain/identity/mask.ts'
import type { HandoverLine } from '../../../domain/record/handover/handover-record.ts'
import type { ServiceCase } from '../../../domain/service/service-state.ts'

type Reading = Pick<Store, 'read'>

const page = 200

/** AGY-24: what an agent handed in, nobody has taken up, and no list carries yet; the oldest first. */
export const waitingCases = (store: Reading): readonly ServiceCase[] => {
  const carried = carriedIds(store)
  const found: ServiceCase[] = []
  let cursor: string | null = null
  do {
    const input = { text: '', kinds: ['service' as const], statuses: ['prereview' as const] }
    const { rows, next } = store.read.cases.list({
      ...input,
      openOnly: true,
      order: 'newest',
      cursor,
      limit: page,
    })
    for (const { id } of rows) {
      const state = carried.has(id) ? null : (store.read.cases.find(id)?.state ?? null)
      if (state?.kind === 'service' && state.intake.channel === 'agent') found.push(state)
    }
    cursor = next
  } while (cursor !== null)
  return found.reverse()
}

/** Cases of the lists that count. */
const carriedIds = ({ read }: Reading): ReadonlySet<string> => {
  const ids = new Set<string>()
  read.records.each('handover', (state) => {
    if (state.kind !== 'handover' || state.status === 'cancelled') return
    for (const { caseId } of state.lines) if (caseId !== null) ids.add(caseId)
  })
  return ids
}

export const carriedRow = (state: ServiceCase): CarriedCase => ({
  caseId: state.id,
  caseNo: state.caseNo,
  applicant: state.applicant.kind === 'person' ? maskName(state.applicant.name) : state.applicant.name,
  title: state.intake.item.name,
  papers: papersOf(state),
  arrivedOn: state.arrivedOn,
})

/** The lines of a list of these cases, in their order. */
export const handoverLines = (store: Reading, cases: readonly ServiceCase[]): HandoverLine[] => {
  const mandates = mandatesOf(store, new Set(cases.map(({ id }) => id)))
  return cases.map((state, at) => ({
    n: at + 1,
    caseId: state.id,
    mandateId: mandates.get(state.id) ?? null,
    name: state.applicant.name,
    what: state.intake.item.name,
    papers: papersOf(state),
  }))
}

const mandatesOf = ({ read }: Reading, wanted: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  read.records.each('mandate', (state) => {
    if (state.kind !== 'mandate') return
    for (const { caseId } of state.uses) if (wanted.has(caseId)) found.set(caseId, state.id)
  })
  return found
}

/** The request itself is a paper where no other was taken: a line of nothing could not be counted. */
const papersOf = ({ intake }: ServiceCase): number =>
  Math.max(
    1,
    intake.materials.reduce((sum, { received }) => sum + received, 0),
  )
