import { ApplicationsInputSchema, ApplicationsOutputSchema } from './sync-applications.ts'
import { LeaseInputSchema, LeaseOutputSchema } from './lease.ts'
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  ChallengeOutputSchema,
  EnrolInputSchema,
  EnrolOutputSchema,
  HelloInputSchema,
  HelloOutputSchema,
  PullInputSchema,
  PullOutputSchema,
  PushInputSchema,
  PushOutputSchema,
  type SyncErrorCode,
} from './sync.ts'
import {
  CertificatesInputSchema,
  CertificatesOutputSchema,
  HeadsInputSchema,
  HeadsOutputSchema,
  QuarantineInputSchema,
  RecoverInputSchema,
  RecoverOutputSchema,
} from './sync-recovery.ts'
import { FiguresInputSchema, FiguresOutputSchema } from './sync-figures.ts'
import { ProgressInputSchema, ProgressOutputSchema } from './sync-progress.ts'
import { PublishedInputSchema, PublishedOutputSchema } from './sync-published.ts'
import { SnapshotInputSchema, SnapshotOutputSchema } from './sync-snapshot.ts'

/** Data of an error a device can act on: where the server stands. */
const position = z.strictObject({ ack: z.int(), seq: z.int().nullable() })

/** Every sync refusal as a typed oRPC error: the device decides by `code`, people read the status. */
export const syncErrors = {
  CODE_UNKNOWN: { status: 404 },
  CODE_USED: { status: 410 },
  CODE_EXPIRED: { status: 410 },
  PROTOCOL_UNSUPPORTED: { status: 426 },
  SIGNATURE_INVALID: { status: 401 },
  TOKEN_INVALID: { status: 401 },
  DEVICE_UNKNOWN: { status: 401 },
  DEVICE_REVOKED: { status: 403 },
  INCARNATION_UNKNOWN: { status: 409 },
  INCARNATION_WAITING: { status: 409 },
  EPOCH_CHANGED: { status: 409, data: position },
  FORK: { status: 409, data: position },
  GAP: { status: 409, data: position },
  CHAIN_BROKEN: { status: 409, data: position },
  OPERATION_MALFORMED: { status: 422, data: position },
  SCOPE_FORBIDDEN: { status: 403 },
  TOO_LARGE: { status: 413 },
  /** With `Retry-After` in seconds. */
  BUSY: { status: 429 },
  /** The center moves to another database; with `Retry-After` in seconds. */
  MOVING: { status: 503 },
} as const satisfies Record<Uppercase<SyncErrorCode>, { readonly status: number; readonly data?: z.ZodType }>

/** Name of a refusal on the wire. */
export const wireName = (code: SyncErrorCode): keyof typeof syncErrors =>
  // `toUpperCase` is typed as any string; both sides of the map above are checked by the compiler.
  code.toUpperCase() as Uppercase<SyncErrorCode>

const base = oc.errors(syncErrors)

/** HTTP interface of the central server; served as OpenAPI at `/openapi.json`. Bodies may be gzip. */
export const serverContract = {
  health: {
    live: oc.route({ method: 'GET', path: '/health/live' }).output(z.strictObject({ status: z.literal('ok') })),
    /** Database reachable and migrated, its key there, room on the disk (SYN-96); else 503 with the reason as `message`. */
    ready: oc
      .route({ method: 'GET', path: '/health/ready' })
      .errors({ NOT_READY: { status: 503 } })
      .output(
        z.strictObject({
          status: z.literal('ok'),
          version: z.string(),
          database: z.string(),
          epoch: z.string(),
          schema: z.string(),
        }),
      ),
  },
  sync: {
    enrol: base.route({ method: 'POST', path: '/sync/v1/enrol' }).input(EnrolInputSchema).output(EnrolOutputSchema),
    challenge: base.route({ method: 'POST', path: '/sync/v1/challenge' }).output(ChallengeOutputSchema),
    hello: base.route({ method: 'POST', path: '/sync/v1/hello' }).input(HelloInputSchema).output(HelloOutputSchema),
    push: base.route({ method: 'POST', path: '/sync/v1/push' }).input(PushInputSchema).output(PushOutputSchema),
    pull: base.route({ method: 'GET', path: '/sync/v1/pull' }).input(PullInputSchema).output(PullOutputSchema),
    lease: base.route({ method: 'POST', path: '/sync/v1/lease' }).input(LeaseInputSchema).output(LeaseOutputSchema),
    heads: base.route({ method: 'GET', path: '/sync/v1/heads' }).input(HeadsInputSchema).output(HeadsOutputSchema),
    snapshot: base
      .route({ method: 'GET', path: '/sync/v1/snapshot' })
      .input(SnapshotInputSchema)
      .output(SnapshotOutputSchema),
    progress: base
      .route({ method: 'GET', path: '/sync/v1/progress' })
      .input(ProgressInputSchema)
      .output(ProgressOutputSchema),
    published: base
      .route({ method: 'GET', path: '/sync/v1/published' })
      .input(PublishedInputSchema)
      .output(PublishedOutputSchema),
    applications: base
      .route({ method: 'GET', path: '/sync/v1/applications' })
      .input(ApplicationsInputSchema)
      .output(ApplicationsOutputSchema),
    figures: base
      .route({ method: 'GET', path: '/sync/v1/figures' })
      .input(FiguresInputSchema)
      .output(FiguresOutputSchema),
    certificates: base
      .route({ method: 'GET', path: '/sync/v1/certificates' })
      .input(CertificatesInputSchema)
      .output(CertificatesOutputSchema),
    recover: base
      .route({ method: 'POST', path: '/sync/v1/recover' })
      .input(RecoverInputSchema)
      .output(RecoverOutputSchema),
    quarantine: base
      .route({ method: 'POST', path: '/sync/v1/quarantine' })
      .input(QuarantineInputSchema)
      .output(PushOutputSchema),
  },
}
