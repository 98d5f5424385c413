import { utilityProcess } from 'electron'
import type { MessagePortMain } from 'electron'
import { HostToShellSchema } from './host-message.ts'
import type { HostChild, HostChildEvents } from './supervisor.ts'

/** Starts the host as a process of its own; `script` may lie inside the asar archive. */
export const forkHost = (script: string, { onMessage, onExit }: HostChildEvents): HostChild<MessagePortMain> => {
  const child = utilityProcess.fork(script, [], {
    serviceName: 'yichuang-host',
    // What the host says for support goes where the shell's own words go.
    stdio: ['ignore', 'inherit', 'inherit'],
    execArgv: [],
  })
  child.on('message', (data: unknown) => {
    const message = HostToShellSchema.safeParse(data)
    if (message.success) onMessage(message.data)
  })
  child.on('exit', () => onExit())
  return {
    send: (message, ports = []) => child.postMessage(message, [...ports]),
    kill: () => void child.kill(),
  }
}
