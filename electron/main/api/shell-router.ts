import { ORPCError, implement } from '@orpc/server'
import type { PrintRequest } from '../../../contract/print-request.ts'
import type { HostStanding, Printer } from '../../../contract/shell.ts'
import { shellContract } from '../../../contract/shell.ts'
import type { LetterPrinter } from '../printing/letter-printer.ts'
import type { Page } from '../windows/page.ts'
import { mayCall } from './access.ts'
import type { Feed } from './feed.ts'

export type ShellRouterDeps = {
  readonly appVersion: string
  readonly platform: string
  readonly versions: { readonly electron: string; readonly chrome: string; readonly node: string }
  readonly printFolder: string
  readonly printer: LetterPrinter
  readonly hostFeed: Feed<HostStanding>
  /** Shows the print folder, or one file in it; false when that is not there. */
  readonly showPrinted: (file: string | null) => Promise<boolean>
  readonly unlock: (passphrase: string) => void
  readonly relaunch: () => void
  readonly quit: () => void
}

/** What a call knows: the page at the other end of the port. */
export type ShellContext = { readonly page: Page }

/** The shell contract, answered. Every call is checked against the page it comes from (SHL-12). */
export const createShellRouter = (deps: ShellRouterDeps) => {
  const contract = implement(shellContract)
    .$context<ShellContext>()
    .use(({ context, path, next }) => {
      if (!mayCall(context.page.entry, path)) throw new ORPCError('FORBIDDEN')
      return next()
    })
  return contract.router({
    app: {
      info: contract.app.info.handler(() => ({
        appVersion: deps.appVersion,
        platform: deps.platform,
        printFolder: deps.printFolder,
        ...deps.versions,
      })),
      openPrintFolder: contract.app.openPrintFolder.handler(async ({ input }) =>
        (await deps.showPrinted(input.file)) ? { ok: true, value: {} } : { ok: false, error: { code: 'not_there' } },
      ),
      relaunch: contract.app.relaunch.handler(() => afterAnswer(deps.relaunch)),
      quit: contract.app.quit.handler(() => afterAnswer(deps.quit)),
    },
    host: {
      watch: contract.host.watch.handler(({ signal }) => deps.hostFeed.watch(signal)),
    },
    store: {
      unlock: contract.store.unlock.handler(({ input }) => afterAnswer(() => deps.unlock(input.passphrase))),
    },
    printers: {
      list: contract.printers.list.handler(async (): Promise<Printer[]> => [...(await deps.printer.listPrinters())]),
    },
    letters: {
      print: contract.letters.print.handler(({ input, context }: { input: PrintRequest; context: ShellContext }) => {
        if (context.page.entry === 'kiosk' && !('itemId' in input)) throw new ORPCError('FORBIDDEN')
        return deps.printer.print(input)
      }),
      sendToPrinter: contract.letters.sendToPrinter.handler(({ input, context }) => {
        if (context.page.entry === 'kiosk' && !input.file.startsWith('guide-')) throw new ORPCError('FORBIDDEN')
        return deps.printer.sendToPrinter(input)
      }),
    },
    print: {
      ready: contract.print.ready.handler(({ input, context }) => {
        context.page.settleLetter?.({ ok: true, value: input })
        return {}
      }),
      failed: contract.print.failed.handler(({ input, context }) => {
        const error = input.code === 'does_not_add_up' ? input.code : 'letter_unavailable'
        context.page.settleLetter?.({ ok: false, error, detail: input.code })
        return {}
      }),
    },
  })
}

/** The page gets its answer before what it asked for takes its window away. */
const afterAnswer = (work: () => void): Record<string, never> => {
  setTimeout(work, 50)
  return {}
}
