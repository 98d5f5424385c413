import { randomInt } from 'node:crypto'
import type { RunProgress } from '../../../contract/queries/run.ts'
import type { Sample, SampleInput } from '../../../contract/queries/supervision.ts'
import { organOf, titleOf } from '../../../domain/case/titles.ts'
import { maskPersonalData } from '../../../domain/register/personal-data.ts'
import { drawSample } from '../../../domain/supervision/draw-sample.ts'
import { casesInSlices } from '../reports/in-slices.ts'
import type { Services } from '../services.ts'

type Drawn = Sample['drawn'][number]

/** Service cases and requests of a period, some of them drawn by chance (SUP-31). */
export async function* drawCases(
  { store, now }: Pick<Services, 'store' | 'now'>,
  { organ, from, to, count }: SampleInput,
): AsyncGenerator<RunProgress, Sample> {
  const underCheck = new Set<string>()
  store.read.records.each('task', (state) => {
    if (state.kind === 'task' && state.task === 'sampling' && state.ended === null && state.caseId !== null)
      underCheck.add(state.caseId)
  })
  const all: Drawn[] = []
  yield* casesInSlices(store, { kinds: ['service', 'disclosure'], now }, ({ state }) => {
    const ours = organ === '' || organOf(state) === organ
    if (!ours || state.arrivedOn < from || state.arrivedOn > to || underCheck.has(state.id)) return
    all.push({
      caseId: state.id,
      caseNo: state.caseNo,
      title: maskPersonalData(titleOf(state)),
      organ: organOf(state),
      status: state.status,
      arrivedOn: state.arrivedOn,
    })
  })
  return { of: all.length, drawn: [...drawSample(all, count, (limit) => randomInt(limit))] }
}
