import { expect, it } from 'vitest'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { parseCommand } from '../cli/parse-command.ts'
import { runReviewCommand } from '../cli/review-commands.ts'
import { isReviewCommand } from '../cli/review-options.ts'

const at = useTestServer()

/** As the command line does it. */
const run = async (...args: readonly string[]) => {
  const command = parseCommand([...args, '--center', testCenter])
  if (!command.ok || !isReviewCommand(command.value)) throw new Error(args.join(' '))
  return runReviewCommand(command.value, at.center.db)
}

it('[SYN-76] what comes in by somebody whose account is closed has no effect, is kept whole, and reaches every desk', async () => {
  const [device, other] = [await at.enrolled(), await at.enrolled()]
  const before = device.add()
  expect((await device.push(device.batch(1, 1))).verdicts).toMatchObject([{ verdict: 'applied' }])
  const { entity } = device.add()
  device.add({ entity, kind: 'case.note', base: 1, data: { on: '2026-11-25', text: '已电话告知' } })

  expect(await run('staff', 'close', '--login', 'linxiaomei')).toMatchObject({
    ok: true,
    value: { json: { active: false } },
  })
  expect(await run('staff', 'close', '--login', 'linxiaomei')).toMatchObject({ error: { code: 'account_unchanged' } })
  expect(await run('staff', 'close', '--login', 'nobody')).toMatchObject({ error: { code: 'staff_unknown' } })
  const { verdicts } = await device.push(device.batch(2, 3))
  expect(verdicts.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['quarantined', 'actor_disabled'],
    ['dependent', 'builds_on_refused'],
  ])
  const stateOf = (id: string) =>
    at.center.db.selectFrom('case_state').select('id').where('id', '=', id).executeTakeFirst()
  expect(await stateOf(entity)).toBeUndefined()
  expect(await stateOf(before.entity)).toBeDefined()
  const { ops } = await other.pull(0)
  expect(ops.filter(({ reason }) => reason === 'actor_disabled').map(({ canon }) => JSON.parse(canon).entity)).toEqual([
    entity,
  ])

  expect((await run('staff', 'open', '--login', 'linxiaomei')).ok).toBe(true)
  device.add()
  expect((await device.push(device.batch(4, 4))).verdicts).toMatchObject([{ verdict: 'applied' }])
})
