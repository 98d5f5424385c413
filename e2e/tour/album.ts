import { execFile } from 'node:child_process'
import { copyFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'

const run = promisify(execFile)

/** The pictures and letters of one tour, numbered in the order they were taken. */
export type Album = {
  /** Takes the page at 1366 × 768, and at 1920 × 1080 too when asked. */
  picture(page: Page, name: string, caption: string, options?: { readonly large: boolean }): Promise<void>
  /** Keeps a printed letter, and its first page as a picture where poppler is installed. */
  letter(pdf: string, name: string, caption: string): Promise<void>
  /** Writes README.txt, which names every file in a line. */
  finish(): Promise<void>
}

const small = { width: 1366, height: 768 }
const large = { width: 1920, height: 1080 }

export const openAlbum = (folder: string): Album => {
  const lines: string[] = []
  let count = 0
  const begin = (caption: string): string => {
    count += 1
    process.stdout.write(`${String(count).padStart(2, '0')} ${caption}\n`)
    return String(count).padStart(2, '0')
  }
  const enter = (file: string, caption: string): string => {
    lines.push(`${file.padEnd(40)} ${caption}`)
    return join(folder, file)
  }
  const take = async (page: Page, file: string, caption: string): Promise<void> => {
    // What moves when the size changes is at its place two frames later.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await page.screenshot({ path: enter(file, caption), animations: 'disabled', caret: 'hide' })
  }
  return {
    picture: async (page, name, caption, options = { large: false }) => {
      const number = begin(caption)
      await page.setViewportSize(small)
      await take(page, `${number}-${name}-1366.png`, caption)
      if (!options.large) return
      await page.setViewportSize(large)
      await take(page, `${number}-${name}-1920.png`, 'the same at 1920 × 1080')
      await page.setViewportSize(small)
    },
    letter: async (pdf, name, caption) => {
      const number = begin(caption)
      await copyFile(pdf, enter(`${number}-${name}.pdf`, `${caption}; printed as ${basename(pdf)}`))
      const picture = join(folder, `${number}-${name}`)
      const drawn = await run('pdftoppm', ['-r', '110', '-png', '-singlefile', pdf, picture]).catch(() => null)
      if (drawn !== null) enter(`${number}-${name}.png`, `${caption}, first page`)
    },
    finish: () => writeFile(join(folder, 'README.txt'), `${lines.join('\n')}\n`),
  }
}
