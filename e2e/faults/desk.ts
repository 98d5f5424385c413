import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { CrashName } from './crash-point.ts'
import type { DeskLife, DeskOrder, DeskStatus, DeskWord } from './desk-words.ts'

export type Life = Partial<Pick<DeskLife, 'enrol' | 'clockOffMs' | 'maxPages' | 'paceMs'>> & {
  /** Dies by its own hand when it comes to this moment for the so-manieth time. */
  readonly crashAt?: { readonly name: CrashName; readonly time: number }
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
  readonly hasFullDisk: () => boolean
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

export interface Death {
  readonly code: number | null
  readonly signal: string | null
  /** Where it died by its own hand. */
  readonly at: CrashName | null
}

export interface DeskDeps {
  readonly key: Uint8Array
  readonly actors: DeskLife['actors']
  readonly seed: () => number
  readonly hear: (desk: string, word: DeskWord) => void
  readonly died: (desk: string, how: Death) => void
}

const childFile = fileURLToPath(new URL('./desk-child.ts', import.meta.url))

export const createDesk = (name: string, deviceNo: string, dir: string, deps: DeskDeps): Desk => {
  let child: ChildProcess | null = null
  let gone: Promise<void> = Promise.resolve()
  let status: DeskStatus | null = null
  let sound = false
  let impaired = false
  let full = false
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
    hasFullDisk: () => full,
    start: ({ crashAt, ...life }) => {
      if (child !== null) throw new Error(`${name} runs already`)
      const given: DeskLife = {
        dir,
        key: Buffer.from(deps.key).toString('hex'),
        actors: deps.actors,
        enrol: null,
        clockOffMs: 0,
        maxPages: null,
        paceMs: null,
        seed: deps.seed(),
        ...life,
      }
      status = null
      sound = false
      full = given.maxPages !== null
      impaired = full || given.clockOffMs !== 0
      const started = spawn(process.execPath, [childFile, JSON.stringify(given)], {
        env: {
          PATH: process.env['PATH'] ?? '',
          NODE_NO_WARNINGS: '1',
          ...(crashAt === undefined ? {} : { YICHUANG_CRASH_AT: `${crashAt.name}:${crashAt.time}` }),
        },
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      child = started
      started.stdin.on('error', () => undefined)
      createInterface({ input: started.stdout }).on('line', hear)
      gone = new Promise((resolve) => {
        started.on('close', (code, signal) => {
          child = null
          const at = signal === 'SIGKILL' && !started.killed ? (crashAt?.name ?? null) : null
          deps.died(name, { code, signal, at })
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
