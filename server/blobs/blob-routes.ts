import { Readable } from 'node:stream'
import { Server as TusServer } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { blobStretch, blobsPath } from '../../contract/blobs.ts'
import type { SyncErrorCode } from '../../contract/sync.ts'
import { attachmentLimit } from '../../domain/attachment/attachment.ts'
import { type Admission, makeAdmission } from '../api/admission.ts'
import { early, earlyBody } from '../api/api-error.ts'
import type { ApiDeps } from '../api/context.ts'
import { toLoggedError } from '../api/server-log.ts'
import { sessionOf } from '../api/session-gate.ts'
import type { Database } from '../store/connect.ts'
import { findDevice } from '../store/devices.ts'
import { errorCodeOf } from '../store/error-code.ts'
import { getEpoch } from '../store/identity.ts'
import { admitReader } from '../sync/pull.ts'
import type { Session } from '../sync/token.ts'
import type { BlobFolder } from './blob-folder.ts'
import { findBlob } from './blob-rows.ts'
import { isAttachedInScope } from './is-attached.ts'
import { leaseLocker } from './lease-locker.ts'
import { UploadStore } from './upload-store.ts'

export interface BlobRouteDeps extends ApiDeps {
  readonly blobs: BlobFolder
  readonly pushesAtOnce: number
}

/**
 * Attached files: up by tus 1.0 (POST, HEAD, PATCH, served by @tus/server), down by ranges. No procedures: their bodies are no JSON and
 * as large as files are. They have places of their own, so that files never keep operations waiting.
 */
export const addBlobs = (
  app: FastifyInstance,
  deps: BlobRouteDeps,
  sessions: WeakMap<FastifyRequest, Session>,
): void => {
  const places = makeAdmission(deps.pushesAtOnce)
  const dbs = new WeakMap<FastifyRequest, Database>()
  // Left unread: @tus/server streams it.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null))

  const gate =
    (admit: (db: Database, session: Session) => Promise<SyncErrorCode | null>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const session = sessionOf(request.headers.authorization, deps.identity.tokenKey, Date.now())
      if (session === null) return refuse(reply, 'token_invalid')
      sessions.set(request, session)
      const left = enter(places, session.center, reply)
      if (!left) return refuse(reply, 'busy')
      const db = await deps.directory.of(session.center)
      dbs.set(request, db)
      const refused = await admit(db, session)
      return refused === null ? undefined : refuse(reply, refused)
    }

  const upload = async (request: FastifyRequest, reply: FastifyReply) => {
    const { db, session } = expectAdmitted(request, dbs, sessions)
    reply.hijack()
    reply.raw.setHeader('x-content-type-options', 'nosniff')
    reply.raw.setHeader('cache-control', 'no-store')
    if (deps.isStopping()) reply.raw.setHeader('connection', 'close')
    await tusServer(deps, db, session).handle(request.raw, reply.raw)
  }
  app.post(blobsPath, { onRequest: gate(mayWrite), handler: upload })
  app.route({ method: ['HEAD', 'PATCH'], url: `${blobsPath}/:id`, onRequest: gate(mayWrite), handler: upload })

  app.get<{ Params: { id: string }; Querystring: { case?: unknown } }>(`${blobsPath}/:id`, {
    // Who may read is asked with the scope, below.
    onRequest: gate(() => Promise.resolve(null)),
    handler: async (request, reply) => {
      const { db, session } = expectAdmitted(request, dbs, sessions)
      const { id } = request.params
      const reader = await admitReader(db, session, session.center)
      if (!reader.ok) return refuse(reply, reader.error.code)
      const place = { caseId: String(request.query.case), blob: id }
      const isIn = isBlobId(id) && (await isAttachedInScope(db, session, reader.value.scope, place))
      const name = { center: session.center, id }
      const row = isIn ? await findBlob(db, name) : null
      const file = row === null || row.storedAt === null ? null : await deps.blobs.openWhole(name)
      if (row === null || file === null) return reply.code(404).send({ code: 'NOT_FOUND' })
      const range = readRange(request.headers.range, row.size)
      if (range === null) {
        await file.close()
        return reply.code(416).header('content-range', `bytes */${row.size}`).send()
      }
      const { from, to } = range
      const stream = Readable.from(file.read(from, to), { objectMode: false })
      stream.once('close', () => {
        file.close().catch(() => undefined)
      })
      return reply
        .code(206)
        .header('content-type', 'application/octet-stream')
        .header('content-range', `bytes ${from}-${to - 1}/${row.size}`)
        .header('content-length', to - from)
        .send(stream)
    },
  })
}

/** Made for each request: it is light, and knows one center alone. */
const tusServer = ({ blobs, log }: BlobRouteDeps, db: Database, session: Session): TusServer =>
  new TusServer({
    path: blobsPath,
    relativeLocation: true,
    maxSize: attachmentLimit,
    datastore: new UploadStore(db, blobs, session),
    locker: leaseLocker(db, session.center),
    allowedOrigins: [],
    namingFunction: (_request, metadata) => {
      const id = metadata?.['sha256'] ?? ''
      if (!isBlobId(id)) throw Object.assign(new Error('name'), { status_code: 400, body: 'sha256\n' })
      return id
    },
    getFileIdFromRequest: (_request, last) => (last !== undefined && isBlobId(last) ? last : undefined),
    onResponseError: (_request, error) => {
      if ('status_code' in error) return undefined
      if (errorCodeOf(error) === movingState) return { status_code: 503, body: 'moving\n' }
      log('error', 'request failed', { error: toLoggedError(error) })
      // The message of an error quotes what it stumbled over.
      return { status_code: 500, body: 'failed\n' }
    },
  })

/** SQLSTATE of a center that moves (migration 0050). */
const movingState = 'YC503'

/** A revoked device brings its files as it brings its operations; it reads none. */
const mayWrite = async (db: Database, session: Session): Promise<SyncErrorCode | null> => {
  const device = await findDevice(db, session.device)
  if (device === null || device.center !== session.center) return 'device_unknown'
  // It changes nothing, and asks nobody whether a file is there.
  if (device.scope.kind === 'kiosk') return 'scope_forbidden'
  return session.epoch === (await getEpoch(db)) ? null : 'token_invalid'
}

const enter = (places: Admission, center: string, reply: FastifyReply): boolean => {
  const leave = places.enter(center)
  if (leave === null) return false
  reply.raw.once('close', leave)
  return true
}

const refuse = (reply: FastifyReply, code: SyncErrorCode) => {
  const answer = early(code)
  return reply.code(answer.status).send(earlyBody(answer))
}

const expectAdmitted = (
  request: FastifyRequest,
  dbs: WeakMap<FastifyRequest, Database>,
  sessions: WeakMap<FastifyRequest, Session>,
): { readonly db: Database; readonly session: Session } => {
  const db = dbs.get(request)
  const session = sessions.get(request)
  if (db === undefined || session === undefined) throw new Error('not admitted')
  return { db, session }
}

const isBlobId = (id: string): boolean => /^[0-9a-f]{64}$/.test(id)

/** `bytes=FROM-TO`, at most a stretch; null when there is no such part. No range = the first stretch. */
const readRange = (header: string | undefined, size: number): { readonly from: number; readonly to: number } | null => {
  const [, first = '0', last = ''] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(header ?? 'bytes=0-') ?? ['', '-1']
  const from = Number(first)
  const to = Math.min(size, from + blobStretch, last === '' ? size : Number(last) + 1)
  return from >= 0 && from < to ? { from, to } : null
}
