import { createORPCClient, DynamicLink } from '@orpc/client'
import { os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, describe, expect, it } from 'vitest'
import { portsMessage } from '../../contract/page.ts'
import { listenForPorts } from './connection.ts'

const opened: MessagePort[] = []
afterEach(() => {
  for (const port of opened.splice(0)) port.close()
})

/** A window that only takes messages, and a host that answers with its name. */
const setup = () => {
  const source = Object.assign(new EventTarget(), { location: { origin: 'app://yichuang' } })
  const connection = listenForPorts(source as unknown as Window)
  const handOver = (name: string, origin = 'app://yichuang') => {
    const [host, shell] = [new MessageChannel(), new MessageChannel()]
    for (const channel of [host, shell]) opened.push(channel.port1, channel.port2)
    new RPCHandler({ name: os.handler(() => name) }).upgrade(host.port2)
    host.port2.start()
    const event = Object.assign(new Event('message'), {
      source,
      origin,
      data: { type: portsMessage },
      ports: [host.port1, shell.port1],
    })
    source.dispatchEvent(event)
    return { die: () => host.port1.dispatchEvent(new Event('close')) }
  }
  const client = createORPCClient<{ name: () => Promise<string> }>(
    new DynamicLink(async () => (await connection.links()).host),
  )
  return { connection, handOver, client }
}

describe('connection', () => {
  it('lets a call wait for the first ports', async () => {
    const { connection, handOver, client } = setup()
    expect(connection.state()).toEqual({ status: 'connecting', generation: 0 })
    const answer = client.name()
    handOver('first')
    expect(await answer).toBe('first')
    expect(connection.state()).toEqual({ status: 'ready', generation: 1 })
  })

  it('goes over to the newest pair of ports', async () => {
    const { handOver, client } = setup()
    handOver('first')
    handOver('second')
    expect(await client.name()).toBe('second')
  })

  it('says that the host is away, and lets calls wait for the next one', async () => {
    const { connection, handOver, client } = setup()
    const states: string[] = []
    connection.subscribe(() => states.push(connection.state().status))
    const first = handOver('first')
    first.die()
    const answer = client.name()
    handOver('second')
    expect(await answer).toBe('second')
    expect(states).toEqual(['ready', 'lost', 'ready'])
  })

  it('is not told by the end of a pair that was replaced', () => {
    const { connection, handOver } = setup()
    const first = handOver('first')
    handOver('second')
    first.die()
    expect(connection.state()).toEqual({ status: 'ready', generation: 2 })
  })

  it('takes no ports from another origin', () => {
    const { connection, handOver } = setup()
    handOver('stranger', 'https://example.org')
    expect(connection.state().status).toBe('connecting')
  })
})
