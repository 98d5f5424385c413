import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { pageHeaders } from '../../contract/page-policy.ts'

const page = 'console.html'

/** Files whose name carries a hash of what is in them (`build/vite`): what was read once is good for ever. */
const forEver = 'public, max-age=31536000, immutable'
/** The page itself names them, so that it is asked for anew each time. */
const askAgain = 'no-cache'

/**
 * CSL-6: the console's pages under `/console/`, with the same policy as the pages of the desktop application.
 *
 * @param folder what `npm run build -- --only console` wrote; without it the address says so in words
 */
export const addConsolePages = (app: FastifyInstance, folder: string): void => {
  if (!existsSync(join(folder, page))) {
    for (const url of ['/console', '/console/*'])
      app.get(url, (_request, reply) => reply.code(404).type('text/plain; charset=utf-8').send(notBuilt))
    return
  }
  app.get('/console', (_request, reply) => reply.redirect('/console/', 301))
  void app.register(fastifyStatic, {
    root: folder,
    prefix: '/console/',
    index: page,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      void reply.headers({ ...pageHeaders, 'cache-control': basename(path) === page ? askAgain : forEver })
    },
  })
}

const notBuilt = '管理控制台的页面还没有构建。请在服务器上运行：npm run build -- --only console\n'
