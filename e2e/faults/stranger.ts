import { readFileSync, readdirSync } from 'node:fs'
import { z } from 'zod'
import { HelloOutputSchema } from '../../contract/sync.ts'
import { createTestDevice } from '../../server/_testing/test-device.ts'
import type { Random } from '../simulator/random.ts'

const FixturesSchema = z.array(z.object({ kind: z.string(), kver: z.int(), data: z.record(z.string(), z.unknown()) }))
const folder = new URL('../../contract/versions/fixtures/', import.meta.url)

/** What older and newer programs write, and what no program does. */
const drafts = (random: Random) => {
  const recorded = readdirSync(folder).flatMap((name) =>
    FixturesSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  )
  return [
    ...[0, 1, 2, 3].flatMap(() => random.pick(recorded) ?? []),
    { kind: 'case.teleport', data: { to: 'elsewhere' } },
    { kver: 99, data: { new: 'words' } },
    { canon: 'no JSON at all' },
    { canon: '{"v":1,"op":"half' },
    { canon: `${'['.repeat(60)}${']'.repeat(60)}` },
    { canon: JSON.stringify({ v: 1, text: 'x'.repeat(70_000) }) },
    {},
  ]
}

/** A device of another version, and a broken one. What it pushes is committed or put aside, and holds nobody up. */
export interface Stranger {
  /** Everything it has, and garbage around it. Throws when the server is killed under it. */
  readonly push: () => Promise<void>
  /**
   * A device that was let in after the backup is known again by its certificate alone, and so are its operations, which desks have read.
   * Answers null once the server has all of it, before that what is in the way.
   */
  readonly comeBack: () => Promise<string | null>
}

/** Null when it was not let in. */
export const letIn = async (url: string, code: string, actor: string, random: Random): Promise<Stranger | null> => {
  const device = createTestDevice(url, actor)
  if ((await device.enrol(code)).status !== 200 || (await device.hello()).status !== 200) return null
  for (const draft of drafts(random)) device.add(draft)
  return {
    push: async () => {
      await device.send(device.batch())
      // Each of these is refused by itself.
      await device.request('POST', '/sync/v1/push', { proto: 1, ops: 'none' })
      await device.send({ ...device.batch(), sig: 'AAAA' })
    },
    comeBack: async () => {
      const hello = await device.hello()
      if (hello.status !== 200) return `hello ${hello.status} ${hello.code} at ${url}`
      const { ack } = HelloOutputSchema.parse(hello.body)
      if (ack === device.chain.length) return null
      const { status, code } = await device.send(device.batch(ack + 1))
      return status === 200 ? null : `push ${status} ${code} after ${ack} at ${url}`
    },
  }
}
