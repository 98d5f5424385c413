import { afterEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { type Desk, openDesk } from '../_testing.ts'
import { connect } from '../connect.ts'
import { connectionOf } from '../connection.ts'
import { putMeta } from '../meta/writer.ts'

let desk: Desk
afterEach(() => {
  desk.remove()
})

/** What an older program left: states without a field, and states in the list under other words. */
const asOlder = (rules: string | null) => {
  desk.store.close()
  const connection = connectionOf(
    connect(`${desk.dir}/desk.db`, { key: desk.key, nativeBinding: null, maxPages: null }).database,
  )
  connection.database.exec(`UPDATE case_state SET state = json_remove(state, '$.documents', '$.flags')`)
  connection.database.exec(`UPDATE cases SET status = 'accepted'`)
  if (rules === null) connection.database.exec(`DELETE FROM meta WHERE k = 'fold_rules'`)
  else putMeta(connection, 'fold_rules', rules)
  connection.database.close()
}

describe('a store whose states were folded by other rules', () => {
  for (const rules of ['1', null, '999'])
    it(`[CASE-17] is folded from its log again when it is opened (${rules ?? 'no number'})`, () => {
      desk = openDesk()
      const { id } = desk.open({ kind: 'service.accept', intake: aServiceIntake() })
      desk.act(id, { kind: 'case.note', text: '电话已告知' })
      asOlder(rules)
      const told: number[] = []
      desk.reopen({ onRefold: (done) => told.push(done) })
      expect(desk.store.read.cases.find(id)?.state).toMatchObject({ documents: [], flags: [], status: 'accepted' })
      expect(desk.store.verify().problems).toEqual([])
      expect(desk.store.read.sync.countWaiting()).toBe(2)
    })

  it('[CASE-17] is left alone when they are the same', () => {
    desk = openDesk()
    const { id } = desk.open({ kind: 'service.accept', intake: aServiceIntake() })
    desk.store.close()
    const { database } = connect(`${desk.dir}/desk.db`, { key: desk.key, nativeBinding: null, maxPages: null })
    database.exec(`UPDATE case_state SET state = json_set(state, '$.marker', 1)`)
    database.close()
    desk.reopen()
    expect(desk.store.read.cases.find(id)?.state).toHaveProperty('marker')
  })
})
