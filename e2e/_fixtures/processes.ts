import { readFile, readdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

export type RunningProcess = { readonly pid: number; readonly command: string }

/** Every process below this one, from /proc; empty where there is none (Windows). */
export const descendantsOf = async (root: number): Promise<readonly RunningProcess[]> => {
  const names = await readdir('/proc').catch(() => [])
  const all = await Promise.all(names.filter((name) => /^\d+$/u.test(name)).map(describe))
  const found: RunningProcess[] = []
  let parents = [root]
  while (parents.length > 0) {
    const children = all.filter((process) => process !== null && parents.includes(process.parent))
    parents = []
    for (const child of children) {
      if (child === null) continue
      found.push({ pid: child.pid, command: child.command })
      parents.push(child.pid)
    }
  }
  return found
}

/** False also for a process that has ended and only waits for its parent to notice. */
export const isRunning = async (pid: number): Promise<boolean> => (await describe(String(pid))) !== null

/** Asks again and again until there is an answer; throws after `ms` milliseconds. */
export const waitUntil = async <T>(what: string, ms: number, ask: () => Promise<T | undefined>): Promise<T> => {
  const end = Date.now() + ms
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`)
    await sleep(50)
  }
}

const describe = async (name: string): Promise<(RunningProcess & { readonly parent: number }) | null> => {
  try {
    const [stat, command] = await Promise.all([
      readFile(`/proc/${name}/stat`, 'utf8'),
      readFile(`/proc/${name}/cmdline`, 'utf8'),
    ])
    // pid (name) state parent …; the name may hold spaces and brackets.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? null : { pid: Number(name), parent: Number(parent), command: command.replaceAll('\0', ' ') }
  } catch {
    return null
  }
}
