import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runServer } from '../_testing/run-server.ts'
import { enrolTestDevice, startTestServer } from '../_testing/test-server.ts'
import { useTestCenter } from '../_testing/use-test-server.ts'

const place = useTestCenter()

const entry = fileURLToPath(new URL('../_testing/crashing-server.ts', import.meta.url))

it('[SYN-10] a server killed between its commit and its answer leaves every operation there exactly once', async () => {
  const calm = await startTestServer(place.database.url)
  const device = await enrolTestDevice(place.center, calm.url)
  await calm.stop()
  let deaths = 0
  for (let round = 0; round < 4; round++) {
    // Dies answering its second push: the first of a round gets through, the second is committed and never answered.
    const server = runServer([place.database.url, '2'], {}, entry)
    const url = await server.url
    for (;;) {
      const from = device.chain.length + 1
      for (let n = 0; n < 5; n++) device.add()
      const answered = await device.push(device.batch(from), url).catch(() => null)
      if (answered === null) break
    }
    await server.ended
    deaths += 1
  }
  const stored = () =>
    place.center.db
      .selectFrom('op_log')
      .selectAll()
      .where('device', '=', device.identity.device)
      .orderBy('cseq')
      .execute()
  expect(await stored()).toHaveLength(device.chain.length)
  const healed = await startTestServer(place.database.url)
  // As the agent does: again from the last answer it got. Everything was committed before each death.
  const repeated = await device.push(device.batch(1), healed.url)
  await healed.stop()
  expect(deaths).toBe(4)
  expect(repeated.ack).toBe(device.chain.length)
  const rows = await stored()
  expect(rows.map(({ canon }) => canon)).toEqual(device.chain.map(({ canon }) => canon))
  expect(rows.map(({ seq }) => seq)).toEqual(device.chain.map((_, at) => at + 1))
  expect(repeated.verdicts.map(({ cseq }) => cseq)).toEqual(rows.map(({ cseq }) => cseq))
})
