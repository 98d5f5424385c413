import { execFile } from 'node:child_process'

export type PaperOptions = { readonly printer: string | null; readonly copies: number }

/** Arguments of CUPS' `lp` for an A4 letter. The queue, which others can see, shows a title without the case number. */
export const lpArguments = (path: string, { printer, copies }: PaperOptions): readonly string[] => [
  ...(printer === null ? [] : ['-d', printer]),
  '-n',
  String(copies),
  '-o',
  'media=A4',
  '-t',
  'yichuang',
  '--',
  path,
]

/**
 * Sends a finished PDF to paper on Linux. Chromium's own silent printing is not used there: in Electron 25 it never answers
 * (electron/electron#39092), and this way the paper comes from the very file. Answers null when the job was taken, else what
 * `lp` said, or the system's code when there is no `lp`.
 */
export const printWithCups = (path: string, options: PaperOptions, timeoutMs: number): Promise<string | null> =>
  new Promise((resolve) => {
    execFile('lp', lpArguments(path, options), { timeout: timeoutMs }, (error, _stdout, stderr) => {
      if (error === null) return resolve(null)
      const said = stderr.trim().split('\n')[0] ?? ''
      resolve(said === '' ? String(error.code ?? error.signal ?? 'failed') : said.slice(0, 200))
    })
  })
