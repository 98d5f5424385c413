import { readFileSync } from 'node:fs'
import { runCommandLine } from './run.ts'

// Where the command line begins: `npm run -s yichuang -- COMMAND`. Run by Node itself, without a build.

const packageFile: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
const version =
  typeof packageFile === 'object' && packageFile !== null && 'version' in packageFile ? String(packageFile.version) : ''

const write = (stream: NodeJS.WriteStream) => (line: string) => {
  stream.write(`${line}\n`)
}

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    out: write(process.stdout),
    say: write(process.stderr),
    env: process.env,
    now: Date.now,
    version,
  })
} catch (error) {
  // A bug of ours: its message may quote data, so only its place is shown.
  const place =
    error instanceof Error ? (error.stack ?? '').split('\n').find((line) => line.includes('.ts:')) : undefined
  process.stderr.write(`出现意外错误${error instanceof Error ? `（${error.name}）` : ''}${place ?? ''}\n`)
  process.exitCode = 1
}
