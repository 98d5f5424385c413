import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { DeskLife, DeskOrder, DeskStatus, DeskWord } from './desk-words.ts'

export type Life = Partial<Pick<DeskLife, 'enrol' | 'clockOffMs' | 'maxPages' | 'paceMs'>> & {
  readonly crashAt?: string
}

/** A desk: its files, and the process that works on them now, if there is one. */
export interface Desk {
  readonly name: string
  readonly deviceNo: string
  readonly dir: string
  readonly status: () => DeskStatus | null
  /** The last opening was through: whatever was damaged before is mended. */
  readonly isSound: () => boolean
  readonly markDamaged: () => void
  readonly isRunning: () => boolean
  /** This life has a full disk or a wrong clock. */
  readonly isImpaired: () => boolean
  readonly start: (life: Life) => void
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>
  /** Closes as a person does. */
  readonly end: () => Promise<void>
  readonly order: (order: DeskOrder) => void
  readonly check: (file: string) => Promise<Extract<DeskWord, { t: 'checked' }>>
  /** Copies the files of a desk that does not run. */
  readonly copyTo: (dir: string) => void
  readonly putBack: (dir: string) => void
  readonly pages: () => number
}

export interface DeskDeps {
  readonly key: Uint8Array
  readonly actor: string
  readonly seed: () => number
  readonly hear: (desk: string, word: DeskWord) => void
  readonly died: (desk: string, how: { readonly code: number | null; readonly signal: string | null }) => void
}

const childFile = fileURLToPath(new URL('./desk-child.ts', import.meta.url))

export const createDesk = (name: string, deviceNo: string, dir: string, deps: DeskDeps): Desk => {
  let child: ChildProcess | null = null
  let gone: Promise<void> = Promise.resolve()
  let status: DeskStatus | null = null
  let sound = false
  let impaired = false
  const checks: ((word: Extract<DeskWord, { t: 'checked' }>) => void)[] = []

  const hear = (line: string): void => {
    let word: DeskWord
    try {
      word = JSON.parse(line)
    } catch {
      // The line it was writing when it was killed: nobody was told anything.
      return
    }
    if (word.t === 'status') status = word
    if (word.t === 'open') sound = true
    if (word.t === 'checked') checks.shift()?.(word)
    deps.hear(name, word)
  }

  const order = (text: DeskOrder): void => void child?.stdin?.write(`${text}\n`)
  return {
    name,
    deviceNo,
    dir,
    status: () => status,
    isSound: () => sound,
    markDamaged: () => {
      sound = false
    },
    isRunning: () => child !== null,
    isImpaired: () => child !== null && impaired,
    start: ({ crashAt, ...life }) => {
      if (child !== null) throw new Error(`${name} runs already`)
      const given: DeskLife = {
        dir,
        key: Buffer.from(deps.key).toString('hex'),
        actor: deps.actor,
        enrol: null,
        clockOffMs: 0,
        maxPages: null,
        paceMs: null,
        seed: deps.seed(),
        ...life,
      }
      status = null
      sound = false
      impaired = given.maxPages !== null || given.clockOffMs !== 0
      const started = spawn(process.execPath, [childFile, JSON.stringify(given)], {
        env: {
          PATH: process.env['PATH'] ?? '',
          NODE_NO_WARNINGS: '1',
          ...(crashAt === undefined ? {} : { YICHUANG_CRASH_AT: crashAt }),
        },
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      child = started
      started.stdin.on('error', () => undefined)
      createInterface({ input: started.stdout }).on('line', hear)
      gone = new Promise((resolve) => {
        started.on('close', (code, signal) => {
          child = null
          deps.died(name, { code, signal })
          resolve()
        })
      })
    },
    kill: async () => {
      child?.kill('SIGKILL')
      await gone
    },
    end: async () => {
      order('end')
      const limit = setTimeout(() => child?.kill('SIGKILL'), 20_000)
      await gone
      clearTimeout(limit)
    },
    order,
    check: (file) =>
      new Promise((resolve, reject) => {
        if (child === null) return reject(new Error(`${name} does not run`))
        checks.push(resolve)
        order(`check ${file}`)
        void gone.then(() => reject(new Error(`${name} died over its check`)))
      }),
    copyTo: (to) => cpSync(dir, to, { recursive: true }),
    putBack: (from) => {
      rmSync(dir, { recursive: true })
      cpSync(from, dir, { recursive: true })
    },
    pages: () => Math.ceil(statSync(join(dir, 'desk.db')).size / 4096),
  }
}
