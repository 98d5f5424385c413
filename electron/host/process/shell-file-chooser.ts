import type { FilePurpose, HostToShell } from '../../../contract/host-process.ts'

/** Lets the person at the desk choose a file; null = none was chosen. */
export type ChooseFile = (purpose: FilePurpose, name: string) => Promise<string | null>

export interface ShellFileChooser {
  readonly choose: ChooseFile
  /** An answer of the shell; one that nobody waits for is dropped. */
  readonly hear: (id: number, path: string | null) => void
}

/** SHL-17: the way to a file comes from the shell's own dialog, never from a page. */
export const createShellFileChooser = (send: (message: HostToShell) => void): ShellFileChooser => {
  const waiting = new Map<number, (path: string | null) => void>()
  let last = 0
  return {
    choose: (purpose, name) =>
      new Promise((resolve) => {
        last += 1
        waiting.set(last, resolve)
        send({ type: 'choose', id: last, purpose, name })
      }),
    hear: (id, path) => {
      waiting.get(id)?.(path)
      waiting.delete(id)
    },
  }
}
