import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lpArguments, printWithCups } from './print-with-cups.ts'

let folder = ''
const path = process.env['PATH']
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yichuang-lp-'))
  // The printer is what cannot run here: an `lp` that does what the test says stands in for it.
  process.env['PATH'] = `${folder}:${path ?? ''}`
})
afterEach(async () => {
  process.env['PATH'] = path
  await rm(folder, { recursive: true, force: true })
})

const anLp = async (script: string): Promise<void> => {
  await writeFile(join(folder, 'lp'), `#!/bin/sh\n${script}\n`)
  await chmod(join(folder, 'lp'), 0o755)
}

describe('printing with CUPS', () => {
  it('[SHL-16] the job names printer and copies, and its title says nothing of the case', () => {
    expect(lpArguments('/p/990123-20261122-W03-0012_service_receipt_1.pdf', { printer: 'Hall', copies: 3 })).toEqual([
      '-d',
      'Hall',
      '-n',
      '3',
      '-o',
      'media=A4',
      '-t',
      'yichuang',
      '--',
      '/p/990123-20261122-W03-0012_service_receipt_1.pdf',
    ])
    expect(lpArguments('/p/a.pdf', { printer: null, copies: 1 })).not.toContain('-d')
  })

  it('[SHL-16] the file goes to lp, and a job that is taken is no refusal', async () => {
    await anLp(`echo "$@" > ${folder}/said`)
    expect(await printWithCups('/p/a.pdf', { printer: 'Hall', copies: 1 }, 5000)).toBeNull()
    expect(await readFile(join(folder, 'said'), 'utf8')).toContain('-- /p/a.pdf')
  })

  it('[SHL-16] the first line of what lp says is the refusal', async () => {
    await anLp('echo "lp: The printer is not accepting jobs." >&2; echo more >&2; exit 1')
    expect(await printWithCups('/p/a.pdf', { printer: 'Hall', copies: 1 }, 5000)).toBe(
      'lp: The printer is not accepting jobs.',
    )
  })

  it('[SHL-16] an lp that hangs is ended', async () => {
    await anLp('exec sleep 60')
    expect(await printWithCups('/p/a.pdf', { printer: null, copies: 1 }, 300)).toBe('SIGTERM')
  })

  it('[SHL-16] without lp the code of the system is the refusal', async () => {
    process.env['PATH'] = folder
    expect(await printWithCups('/p/a.pdf', { printer: null, copies: 1 }, 5000)).toBe('ENOENT')
  })
})
