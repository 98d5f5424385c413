// The server as its own process, dying by SIGKILL at the moment it would answer every n-th push: after COMMIT, before the reply.
import { ServerResponse } from 'node:http'
import { makeLog } from '../api/server-log.ts'
import { serve } from '../serve.ts'
import { configFor } from './test-server.ts'

const [databaseUrl = '', every = '1', port = '0'] = process.argv.slice(2)
let pushes = 0

const isPushAnswer = (response: unknown): boolean =>
  response instanceof ServerResponse && response.req.url === '/sync/v1/push' && response.statusCode === 200

const end: unknown = Reflect.get(ServerResponse.prototype, 'end')
if (typeof end !== 'function') throw new Error('no ServerResponse.end')

// fastify hands a whole answer to `end`, so nothing of it has left the process yet.
Reflect.set(ServerResponse.prototype, 'end', function (this: ServerResponse, ...args: readonly unknown[]): unknown {
  if (isPushAnswer(this) && ++pushes % Number(every) === 0) process.kill(process.pid, 'SIGKILL')
  return Reflect.apply(end, this, args)
})

const listen = { host: '127.0.0.1', port: Number(port), tls: null }
await serve(configFor(databaseUrl, { listen }), null, makeLog('info'))
