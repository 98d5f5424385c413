import { refusal } from '../../../../domain/case/refusal.ts'
import { defaultHandoverLimits } from '../../../../domain/record/handover/handover-record.ts'
import { err } from '../../../../domain/result.ts'
import { toMutable } from '../../mutable.ts'
import { handoverLines, waitingCases } from '../../queries/carried-cases.ts'
import { signedIn } from '../base.ts'

/**
 * Builds the lines here, since a page knows residents by masked names alone. A case that was taken up or stands on another list meanwhile, or is named twice, is
 * told by its place among those asked for, and no list is made.
 */
export const makeHandoverList = signedIn.agency.makeList.handler(({ context, input }) => {
  const { services, user, session } = context
  const { store } = services
  const before = store.read.records.find(input.recordId)
  if (before?.state.kind === 'handover')
    return toMutable({ ok: true as const, value: { recordId: input.recordId, version: before.state.version } })
  const waiting = new Map(waitingCases(store).map((state) => [state.id, state]))
  const cases = input.caseIds.flatMap((id) => waiting.get(id) ?? [])
  const gone = input.caseIds.findIndex((id, at) => !waiting.has(id) || input.caseIds.indexOf(id) !== at)
  const [oldest] = cases.map(({ arrivedOn }) => arrivedOn).sort()
  if (gone >= 0 || oldest === undefined)
    return toMutable(err(refusal('invalid_fields', { fields: [{ field: `lines.${gone}`, code: 'not_applicable' }] })))
  const device = store.read.meta.findDevice()
  const window = device === null ? null : store.read.reference.findWindow(device.deviceNo)
  const act = {
    kind: 'handover.make' as const,
    direction: 'in' as const,
    // Whoever looks after several villages is their township center.
    start: (window?.villages ?? []).length > 1 ? ('township' as const) : ('village' as const),
    place: window?.name ?? device?.deviceNo ?? '',
    receivedOn: oldest,
    limits: { ...defaultHandoverLimits },
    lines: handoverLines(store, cases),
  }
  return toMutable(
    services.performRecord({ recordId: input.recordId, base: 0, act }, { staffId: user.id, role: user.role, session }),
  )
})
