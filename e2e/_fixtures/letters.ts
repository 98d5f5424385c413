import { execFile } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { withFolder } from './temporary.ts'

const run = promisify(execFile)

/** What a printed PDF holds for whoever reads it. */
export type Paper = {
  /** Each page as it lies, a line of it in a line. */
  readonly sheets: readonly string[]
  /** Without any white space, in the order of the file, where a cell of a table is not mixed with its neighbours. */
  readonly raw: string
  readonly pages: number
  /** As `pdfinfo` says it, e.g. `594.96 x 841.92 pts (A4)`. */
  readonly size: string
  readonly fonts: readonly { readonly type: string; readonly embedded: boolean }[]
}

/** A letter, which also has codes for a scanner. */
export type Letter = Paper & {
  /** Without any white space: where the lines break is no matter. */
  readonly text: string
  /** What the codes on the first page say, each with its kind, sorted. */
  readonly codes: readonly string[]
}

/** Names of the letters in the print folder, sorted. */
export const lettersIn = async (printDir: string): Promise<readonly string[]> =>
  // One that is still being written has a hidden name until it is whole.
  (await readdir(printDir)).filter((name) => !name.startsWith('.')).sort()

/** Reads a PDF with poppler and zbar (Debian: poppler-utils, zbar-tools); throws when one of them is not installed. */
export const readLetter = (pdf: string): Promise<Letter> =>
  withFolder(async (folder) => {
    const [paper] = await Promise.all([
      readPaper(pdf),
      run('pdftoppm', ['-r', '200', '-png', '-singlefile', pdf, join(folder, 'page')]),
    ])
    // Only the kinds that letters carry: looking for all of them finds some in any picture.
    const kinds = ['-Sdisable', '-Scode128.enable', '-Sqrcode.enable']
    const codes = await run('zbarimg', ['-q', ...kinds, join(folder, 'page.png')])
    return {
      ...paper,
      text: paper.sheets.join('').replaceAll(/\s/gu, ''),
      codes: codes.stdout.trim().split('\n').sort(),
    }
  })

/** Any printed PDF, without codes. */
export const readPaper = async (pdf: string): Promise<Paper> => {
  const [text, raw, fonts, info] = await Promise.all([
    run('pdftotext', ['-layout', pdf, '-']),
    run('pdftotext', ['-raw', pdf, '-']),
    run('pdffonts', [pdf]),
    run('pdfinfo', [pdf]),
  ])
  return {
    sheets: text.stdout.split('\f').slice(0, -1),
    raw: raw.stdout.replaceAll(/\s/gu, ''),
    pages: Number(/^Pages:\s+(\d+)$/mu.exec(info.stdout)?.[1]),
    size: /^Page size:\s+(.+)$/mu.exec(info.stdout)?.[1] ?? '',
    fonts: fonts.stdout
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => {
        // name, type, encoding, emb, sub, uni, object: the last five have one word each.
        const words = line.trim().split(/\s+/u)
        return { type: words.slice(1, -6).join(' '), embedded: words.at(-5) === 'yes' }
      }),
  }
}

/** A PDF is finished by its last line. */
export const isWholePdf = async (pdf: string): Promise<boolean> =>
  (await readFile(pdf, 'latin1')).trimEnd().endsWith('%%EOF')
