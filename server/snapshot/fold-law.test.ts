import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import { fold } from '../../domain/case/fold.ts'
import { redact } from '../../domain/scope/redact.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { type AppliedText, foldTexts } from '../store/fold-texts.ts'
import { readData } from '../../contract/versions/read-data.ts'

const ids = ['0199f000-0000-7000-8000-00000000000a', '0199f000-0000-7000-8000-00000000000b'] as const
const stampOf = (n: number) => `${n.toString(16).padStart(12, '0')}-0000-W03`

/** What windows do to two cases in any order that their procedure allows: notes at any time, and an end. */
interface Step {
  readonly entity: string
  readonly kind: string
  readonly data: object
}

const histories = fc
  .array(fc.record({ at: fc.nat(1), act: fc.constantFrom('note', 'phone', 'withdraw') }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((steps): readonly Step[] => {
    const closed = new Set<number>()
    const opened = ids.map((entity, n) => ({
      entity,
      kind: 'service.accept',
      data: {
        on: '2026-09-28',
        caseNo: `990123-20260928-W03-000${n + 1}`,
        intake: aServiceIntake({ applicant: anApplicant({ village: n === 0 ? '石桥村' : '柳湾村' }) }),
      },
    }))
    const rest = steps.flatMap(({ at, act }, n): readonly Step[] => {
      const entity = ids[at] ?? ids[0]
      if (act === 'withdraw') {
        if (closed.has(at)) return []
        closed.add(at)
        return [{ entity, kind: 'service.withdraw', data: { on: '2026-09-29', reason: '申请人撤回' } }]
      }
      if (act === 'note' || closed.has(at))
        return [{ entity, kind: 'case.note', data: { on: '2026-09-29', text: `第 ${n} 次，99000019800101016X` } }]
      const data = { on: '2026-09-29', field: 'phone', value: `1380000${1000 + n}`, was: null }
      return [{ entity, kind: 'case.set_contact', data }]
    })
    return [...opened, ...rest]
  })

const textOf = ({ entity, kind, data }: Step, n: number): AppliedText => ({
  entity,
  canon: JSON.stringify({
    v: 1,
    op: `0199f000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
    device: ids[0],
    inc: ids[1],
    seq: n + 1,
    center: '990123',
    deviceNo: 'W03',
    entity,
    kind,
    kver: 1,
    base: 0,
    hlc: stampOf(n + 1),
    wall: n,
    mono: n,
    actor: 'S01',
    session: null,
    data,
  }),
})

describe('a snapshot', () => {
  it.each(['center', 'villages'] as const)(
    '[INV-15] folded on is the whole history folded, for every history and every cut: %s',
    (scope: Scope['kind']) => {
      fc.assert(
        fc.property(histories, (operations) => {
          const shown = operations.map((operation) => ({ ...operation, data: redact(scope, operation.data).value }))
          const whole = foldTexts(shown.map(textOf)).cases
          for (let cut = 1; cut <= operations.length; cut++) {
            // As the server folds what was written, and redacts it; as it travels; as the device folds what comes after.
            const states = new Map(
              [...foldTexts(operations.slice(0, cut).map(textOf)).cases].map(([entity, state]) => [
                entity,
                JSON.parse(JSON.stringify(redact(scope, state).value)),
              ]),
            )
            for (const [at, { entity, kind, data }] of shown.entries()) {
              if (at < cut) continue
              const read = readData(kind, 1, data)
              if (!read.ok || read.value.type !== 'case') throw new Error(kind)
              states.set(entity, fold(states.get(entity) ?? null, entity, read.value.operation, stampOf(at + 1)))
            }
            expect(Object.fromEntries(states)).toEqual(Object.fromEntries(whole))
          }
        }),
        { numRuns: 60 },
      )
    },
  )
})
