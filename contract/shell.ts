import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { storeFailureCodes } from './host-process.ts'
import { words } from './primitives.ts'
import { PrintRequestSchema } from './print-request.ts'
import { LetterKeySchema } from './queries/letters.ts'
import { resultOf } from './refusal.ts'

/**
 * What a page may ask of the shell (electron/main), and how it gets there.
 *
 * The preload exposes one frozen object of facts, `window.yichuang` (`PageFacts` of
 * contract/page.ts), and nothing else. Everything else goes
 * over two MessagePorts. The page listens from its first synchronous line (before any `await`):
 *
 *     window.addEventListener('message', (event) => {
 *       if (event.source !== window || event.origin !== window.location.origin) return
 *       if (event.data?.type !== portsMessage) return
 *       const [hostPort, shellPort] = event.ports
 *       // new RPCLink({ port }) from @orpc/client/message-port on each, then port.start()
 *     })
 *
 * The message comes once the document is parsed, and again with a NEW pair whenever the host was restarted: the newest pair
 * replaces both older ports. `hostPort` speaks `desktopContract`, `shellPort` this contract. Calls made before the host has
 * opened its store wait in the port. When the host dies, `hostPort` fires `close` (an Electron addition to MessagePort) and
 * `host.watch` says `restarting`; when it cannot be brought back the shell itself shows the failure page.
 */

/** Why the application cannot go on; `?code=` of the failure page. */
export const shellFailureCodes = [...storeFailureCodes, 'host_lost', 'page_lost'] as const
export type ShellFailureCode = (typeof shellFailureCodes)[number]

/** `starting` until the first `ready`; `restarting` after the host died. */
export const hostStates = ['starting', 'ready', 'restarting', 'failed'] as const
export type HostState = (typeof hostStates)[number]

export const HostStandingSchema = z.strictObject({
  state: z.enum(hostStates),
  restarts: z.int(),
  /** A damaged store is being made again; null = none is, or it is ready. */
  rebuild: z.strictObject({ done: z.int().min(0), total: z.int().min(0) }).nullable(),
})
export type HostStanding = z.infer<typeof HostStandingSchema>

/** Name of a PDF in the print folder: `<key>_<letter>_<printNo>.pdf`, `<key>_report_1.pdf`, with `-2`, `-3` … before the dot when taken. */
export const LetterFileSchema = z
  .string()
  .max(120)
  .regex(/^[0-9A-Za-z-]{3,60}_[a-z_]{3,40}_\d{1,4}(?:-\d{1,4})?\.pdf$/)

/** What the hidden page says when everything is laid out, fonts and codes included. */
export const LaidOutSchema = z.strictObject({
  /** Sheets the page made; a PDF with another number is refused as broken. */
  pages: z.int().min(1).max(200),
  key: LetterKeySchema,
  /** 1 = first print; from `LetterDataSchema`. Always 1 for a report, whose prints nobody counts. */
  printNo: z.int().min(1).max(9999),
})
export type LaidOut = z.infer<typeof LaidOutSchema>

export const printRefusalCodes = [
  /** The print page did not say in time that it is laid out. */
  'timeout',
  /** The print page could not show the letter: no such case or letter, or nobody is signed in. */
  'letter_unavailable',
  /** The report breaks its own arithmetic, as it is counted now. */
  'does_not_add_up',
  /** The page or the PDF writer broke. */
  'page_broken',
  'disk_full',
  'no_permission',
  'folder_unusable',
] as const
export const PrintRefusalSchema = z.strictObject({ code: z.enum(printRefusalCodes), detail: z.string().nullable() })
export type PrintRefusal = z.infer<typeof PrintRefusalSchema>

/** `folder` is an absolute path, for showing; `file` is what other procedures take. */
export const PrintedLetterSchema = z.strictObject({
  file: LetterFileSchema,
  folder: z.string(),
  bytes: z.int().min(1),
  pages: z.int().min(1),
})
export type PrintedLetter = z.infer<typeof PrintedLetterSchema>

export const sendRefusalCodes = [
  /** This computer has no printer at all; the PDF stays in its folder. */
  'no_printer',
  /** The named printer is not there (any more). */
  'printer_unknown',
  /** The letter is no longer held for paper (two minutes, one letter at a time; not on Linux): print it again. */
  'letter_gone',
  /** The printing system refused; `detail` is its own word. */
  'printer_failed',
  'timeout',
] as const
export const SendRefusalSchema = z.strictObject({ code: z.enum(sendRefusalCodes), detail: z.string().nullable() })
export type SendRefusal = z.infer<typeof SendRefusalSchema>

export const PrinterSchema = z.strictObject({
  /** What `sendToPrinter` takes. */
  name: z.string(),
  displayName: z.string(),
})
export type Printer = z.infer<typeof PrinterSchema>

const nothing = z.strictObject({})

/** Which page may call what is in electron/main/api (SHL-12): workbench all but `print` and `store`, print only `print`. */
export const shellContract = {
  app: {
    info: oc.output(
      z.strictObject({
        appVersion: z.string(),
        electron: z.string(),
        chrome: z.string(),
        node: z.string(),
        platform: z.string(),
        printFolder: z.string(),
      }),
    ),
    /** Shows the print folder, or one letter in it, in the file manager. */
    openPrintFolder: oc
      .input(z.strictObject({ file: LetterFileSchema.nullable() }))
      .output(resultOf(nothing, z.strictObject({ code: z.literal('not_there') }))),
    /** Starts the application again with the same options. */
    relaunch: oc.output(nothing),
    quit: oc.output(nothing),
  },
  host: {
    /** The present state at once, then each change. */
    watch: oc.output(eventIterator(HostStandingSchema)),
  },
  store: {
    /** From the failure page, after `passphrase_required` and its like: opens the store again with what was typed. */
    unlock: oc.input(z.strictObject({ passphrase: z.string().min(1).max(200) })).output(nothing),
  },
  printers: {
    list: oc.output(z.array(PrinterSchema)),
  },
  letters: {
    /** Renders a letter or a report in a hidden page and writes it as PDF. One at a time; further calls wait their turn. */
    print: oc.input(PrintRequestSchema).output(resultOf(PrintedLetterSchema, PrintRefusalSchema)),
    /** Sends the letter just rendered to paper; `printer` null = the system's default. */
    sendToPrinter: oc
      .input(z.strictObject({ file: LetterFileSchema, printer: words(300).nullable(), copies: z.int().min(1).max(20) }))
      .output(resultOf(nothing, SendRefusalSchema)),
  },
  /** Said by the hidden page `print.html` only; its address names the letter, as in `letters.print`. */
  print: {
    ready: oc.input(LaidOutSchema).output(nothing),
    /** The letter cannot be shown; `code` is the page's own word for support. */
    failed: oc.input(z.strictObject({ code: z.string().regex(/^[a-z0-9_]{1,60}$/) })).output(nothing),
  },
}
