import type { ReportRequest } from '../../contract/queries/statistics.ts'
import type { Clients } from '../ipc/clients.ts'
import type { PrintOutcome } from './print-letter.ts'

/**
 * Prints one copy of a report: PDF first, then paper. It holds figures and nobody's data, and belongs to no case: its prints are
 * recorded nowhere but on its foot.
 */
export const printReport = async (
  { shell }: Pick<Clients, 'shell'>,
  report: ReportRequest,
  printer: string | null,
): Promise<PrintOutcome> => {
  const rendered = await shell.letters.print({ report })
  if (!rendered.ok) return { kind: 'not_rendered', refusal: rendered.error }
  const { value: letter } = rendered
  const sent = await shell.letters.sendToPrinter({ file: letter.file, printer, copies: 1 })
  return sent.ok ? { kind: 'printed', letter } : { kind: 'saved', letter, refusal: sent.error }
}
