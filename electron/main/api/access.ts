import type { PageEntry } from '../../../contract/page.ts'

/** Which page may call which procedure of the shell contract (SHL-12). What is not listed is refused. */
export const proceduresOf: Readonly<Record<PageEntry, readonly string[]>> = {
  workbench: [
    'app.info',
    'app.openPrintFolder',
    'app.relaunch',
    'app.quit',
    'host.watch',
    'printers.list',
    'letters.print',
    'letters.sendToPrinter',
  ],
  kiosk: ['host.watch', 'letters.print', 'letters.sendToPrinter'],
  board: ['host.watch'],
  print: ['print.ready', 'print.failed'],
  failure: ['app.info', 'app.relaunch', 'app.quit', 'store.unlock'],
}

export const mayCall = (entry: PageEntry, path: readonly string[]): boolean =>
  proceduresOf[entry].includes(path.join('.'))
