import { PushInputSchema, PushOutputSchema, PullOutputSchema } from '../../contract/sync.ts'
import { SnapshotOutputSchema } from '../../contract/sync-snapshot.ts'
import { headHash } from '../../server/sync/hashes.ts'
import { changeIncarnation, copyCenter } from './center/center-state.ts'
import type { CenterAnswer, MemoryCenter } from './center/memory-center.ts'
import type { Draws } from './desk.ts'
import type { InvariantNumber } from './violation.ts'
import type { Sabotage, WorldOptions } from './world.ts'

/** A server with one fault, and the invariants that must find it: what shows that the simulator can fail. */
export interface BrokenServer {
  readonly name: string
  readonly finds: readonly InvariantNumber[]
  /** Absent = `all`. */
  readonly draws?: Draws
  /** The first seed whose history meets the fault. */
  readonly from: number
  readonly make: () => NonNullable<WorldOptions['sabotage']>
}

const onPush = (work: (center: MemoryCenter, answer: () => CenterAnswer, body: unknown) => CenterAnswer): Sabotage => {
  return (center, request, answer) => (request.path === '/sync/v1/push' ? work(center, answer, request.body) : answer())
}

/** The body of a push that was taken; null of one that was refused. */
const taken = ({ status, body }: CenterAnswer) => (status === 200 ? PushOutputSchema.parse(body) : null)

export const brokenServers: readonly BrokenServer[] = [
  {
    name: 'acknowledges a push that it then loses',
    finds: [1, 2, 5, 7, 12, 21],
    from: 1,
    make: () => {
      let pushes = 0
      return {
        onRequest: onPush((center, answer) => {
          const before = copyCenter(center.state)
          const given = answer()
          pushes += 1
          if (pushes % 4 === 0 && taken(given) !== null) center.replace(before)
          return given
        }),
      }
    },
  },
  {
    name: 'answers a repeated push with another verdict',
    finds: [11],
    from: 5,
    make: () => ({
      onRequest: onPush((center, answer) => {
        const before = center.state.log.length
        const given = answer()
        const output = taken(given)
        if (output === null || output.verdicts.length === 0 || center.state.log.length > before) return given
        const verdicts = output.verdicts.map((one) => ({ ...one, verdict: 'rejected' as const }))
        return { status: 200, body: { ...output, verdicts } }
      }),
    }),
  },
  {
    name: 'skips a commit number',
    finds: [5],
    from: 1,
    make: () => ({
      onRequest: onPush((center, answer) => {
        const given = answer()
        if (center.state.cseq > 8) center.state.cseq += 1
        return given
      }),
    }),
  },
  {
    name: 'forgets the last pushes when it is restarted',
    finds: [7, 12],
    from: 1,
    make: () => {
      let earlier: ReturnType<typeof copyCenter>[] = []
      return {
        onRequest: onPush((center, answer) => {
          earlier = [...earlier.slice(-2), copyCenter(center.state)]
          return answer()
        }),
        onRestart: (center) => {
          const [oldest] = earlier
          if (oldest !== undefined && oldest.epoch === center.state.epoch) center.replace(copyCenter(oldest))
          earlier = []
        },
      }
    },
  },
  {
    name: 'lets a revoked device take effect',
    finds: [18, 21],
    from: 10,
    make: () => ({
      onRequest: (center, request, answer) => {
        const { devices } = center.state
        const revoked = [...devices.values()].filter(({ revokedAt }) => revokedAt !== null)
        if (request.path !== '/sync/v1/push' && request.path !== '/sync/v1/hello') return answer()
        for (const device of revoked) devices.set(device.id, { ...device, revokedAt: null })
        const given = answer()
        for (const device of revoked) devices.set(device.id, device)
        return given
      },
    }),
  },
  {
    name: 'takes a repeated push a second time',
    finds: [2, 11, 20],
    from: 5,
    make: () => ({
      onRequest: onPush((center, answer, body) => {
        const before = center.state.log.length
        const given = answer()
        const { state } = center
        if (taken(given) === null || state.log.length > before) return given
        const { device, inc, fromSeq } = PushInputSchema.parse(body)
        const row = state.log.find((one) => one.device === device && one.inc === inc && one.seq === fromSeq)
        if (row === undefined) return given
        const cseq = state.cseq + 1
        const head = headHash(state.head, cseq, row.hash, row.verdict)
        state.log.push({ ...row, cseq, head })
        Object.assign(state, { cseq, head })
        return given
      }),
    }),
  },
  {
    name: 'calls safe what only it has',
    finds: [7],
    from: 1,
    make: () => ({
      onRequest: onPush((_center, answer) => {
        const given = answer()
        const output = taken(given)
        return output === null ? given : { status: 200, body: { ...output, safe: output.ack } }
      }),
    }),
  },
  {
    name: 'leaves one operation out of its pages',
    finds: [21],
    from: 1,
    make: () => ({
      onRequest: (_center, request, answer) => {
        const given = answer()
        if (request.path !== '/sync/v1/pull' || given.status !== 200) return given
        const page = PullOutputSchema.parse(given.body)
        return { status: 200, body: { ...page, ops: page.ops.filter(({ cseq }) => cseq !== 10) } }
      },
    }),
  },
  {
    name: 'says that an operation took effect which did not',
    finds: [3, 4, 11, 12, 13, 20, 21],
    from: 1,
    make: () => ({
      onRequest: onPush((center, answer) => {
        const before = center.state.log.length
        const given = answer()
        const { log } = center.state
        for (let at = before; at < log.length; at++) {
          const row = log[at]
          if (row?.verdict === 'conflict') log[at] = { ...row, verdict: 'applied', reason: null }
        }
        return given
      }),
    }),
  },
  {
    name: 'forgets which days cannot be true',
    finds: [16],
    from: 1,
    make: () => ({
      onRequest: onPush((center, answer) => {
        const given = answer()
        const { cases } = center.state
        for (const [id, { timeDisputes: _marks, ...matter }] of cases) cases.set(id, matter)
        return given
      }),
    }),
  },
  {
    name: 'gives a desk what its scope does not hold',
    // What a snapshot gives is looked at when it comes, what a desk holds after the step.
    finds: [15, 23],
    from: 1,
    make: () => ({
      onRequest: (center, request, answer) => {
        if (request.path !== '/sync/v1/pull' && request.path !== '/sync/v1/snapshot') return answer()
        const given = answer()
        if (given.status !== 200) return given
        // The pages of the whole center, under the name of the scope that was asked for.
        const { devices } = center.state
        const scopes = [...devices.values()].filter(({ scope }) => scope?.kind === 'villages')
        for (const device of scopes) devices.set(device.id, { ...device, scope: { kind: 'center' } })
        const wide = answer()
        for (const device of scopes) devices.set(device.id, device)
        const read: { readonly scope?: object } = Object(given.body)
        if (read.scope === undefined || !('kind' in read.scope) || read.scope.kind !== 'villages') return given
        const body =
          request.path === '/sync/v1/pull'
            ? { ...Object(wide.body), scope: read.scope, runs: [], brought: [] }
            : { ...Object(wide.body), scope: read.scope }
        return { status: 200, body }
      },
    }),
  },
  {
    name: 'keeps from a desk what its scope holds',
    finds: [23],
    from: 1,
    make: () => ({
      onRequest: (_center, request, answer) => {
        const given = answer()
        if (request.path !== '/sync/v1/snapshot' || given.status !== 200) return given
        const body = SnapshotOutputSchema.parse(given.body)
        return { status: 200, body: { ...body, states: body.states.slice(1) } }
      },
    }),
  },
  {
    name: 'forgets where the number of an alias leads',
    finds: [24],
    from: 1,
    make: () => ({
      onRequest: onPush((center, answer) => {
        const given = answer()
        const { cases } = center.state
        for (const [id, { merged: _merged, ...matter }] of cases) cases.set(id, matter)
        return given
      }),
    }),
  },
  {
    name: 'deletes what is voided',
    finds: [25],
    from: 1,
    make: () => ({
      onRequest: onPush((center, answer) => {
        const given = answer()
        const { cases } = center.state
        for (const { id, status } of cases.values()) if (status === 'voided') cases.delete(id)
        return given
      }),
    }),
  },
  {
    name: 'counts a chain further than it has it',
    finds: [4, 9, 12, 20, 21],
    from: 2,
    make: () => ({
      onRequest: onPush((center, answer, body) => {
        const given = answer()
        if (taken(given) === null || center.state.cseq < 12) return given
        const { device, inc, ops, fromSeq } = PushInputSchema.parse(body)
        if (ops.length > 1) changeIncarnation(center.state, { device, inc }, { ack: fromSeq + ops.length })
        return given
      }),
    }),
  },
  {
    name: 'gives in a snapshot what was true before',
    finds: [15],
    from: 1,
    make: () => ({
      onRequest: (_center, request, answer) => {
        const given = answer()
        if (request.path !== '/sync/v1/snapshot' || given.status !== 200) return given
        const body = SnapshotOutputSchema.parse(given.body)
        const states = body.states.map((one) => ({ ...one, state: { ...one.state, version: one.state.version - 1 } }))
        return { status: 200, body: { ...body, states } }
      },
    }),
  },
  {
    name: 'forgets to whom it leased numbers',
    finds: [28],
    draws: 'numbers',
    from: 1,
    make: () => ({
      onRequest: (center, request, answer) => {
        if (request.path !== '/sync/v1/lease') return answer()
        center.state.blocks = []
        return answer()
      },
    }),
  },
]
