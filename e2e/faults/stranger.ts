import { readFileSync, readdirSync } from 'node:fs'
import { z } from 'zod'
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

/** One device of another version, and a broken one: what they push is committed or put aside, and holds nobody up. */
export const visit = async (url: string, code: string, actor: string, random: Random): Promise<boolean> => {
  const device = createTestDevice(url, actor)
  if ((await device.enrol(code)).status !== 200 || (await device.hello()).status !== 200) return false
  const all = drafts(random)
  for (const draft of all) device.add(draft)
  const answer = await device.send(device.batch())
  // Garbage around it too: each of these is refused by itself.
  await device.request('POST', '/sync/v1/push', { proto: 1, ops: 'none' })
  await device.send({ ...device.batch(), sig: 'AAAA' })
  return answer.status === 200
}
