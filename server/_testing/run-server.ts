import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface ServerProcess {
  readonly child: ChildProcess
  /** Base address, once it says that it listens; rejects when it ends before. */
  readonly url: Promise<string>
  readonly ended: Promise<Ended>
}

const startFile = fileURLToPath(new URL('../start.ts', import.meta.url))

/** `node server/start.ts ARGS` (or another entry) as its own process, with these settings and none of ours. */
export const runServer = (
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  entry: string = startFile,
): ServerProcess => {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  let listening: (url: string) => void = () => undefined
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8')
    const url = /"url":"([^"]+)","msg":"listening"/.exec(stdout)?.[1]
    if (url !== undefined) listening(url)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8')
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, stdout, stderr })
    })
  })
  const url = new Promise<string>((resolve, reject) => {
    listening = resolve
    void ended.then(({ code }) => {
      reject(new Error(`server ended with ${code}: ${stderr}`))
    })
  })
  // Not everybody waits for it.
  url.catch(() => undefined)
  return { child, url, ended }
}
