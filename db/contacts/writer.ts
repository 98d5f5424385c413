import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, named, statement } from '../statement.ts'
import type { WriteScope } from '../write-scope.ts'

/** Lines that are kept; the oldest go. */
export const contactsKept = 100

const hourMs = 3_600_000

export interface EndedContact {
  /** Epoch milliseconds. */
  readonly beganAt: number
  readonly endedAt: number
  /** Own operations that the center confirmed, and commits of others that were read. */
  readonly sent: number
  readonly got: number
  /** Why it broke off; null = it went well. */
  readonly code: string | null
}

export interface ContactWriter {
  /**
   * SYN-117: notes an exchange that moved something, that failed, or that was the first to go well after a failure. Those of one hour that went
   * alike are one line. An exchange that found nothing to do leaves no trace and costs no write.
   */
  readonly note: (contact: EndedContact) => void
}

export const contactWriter = (connection: Connection, scope: WriteScope): ContactWriter => ({
  note: (contact) => {
    const last = connection.first(newest, {})
    const { beganAt, endedAt, sent, got, code } = contact
    const isQuiet = code === null && sent + got === 0
    if (isQuiet && (last === null || last.code === null)) return
    scope.touch('sync')
    const isSame = last !== null && last.code === code && hourOf(last.began_at) === hourOf(beganAt)
    if (isSame) connection.run(extend, { n: last.n, endedAt, sent, got })
    else {
      connection.run(insert, { began_at: beganAt, ended_at: endedAt, times: 1, sent, got, code })
      connection.run(forget, { kept: contactsKept })
    }
  },
})

const hourOf = (at: number): number => Math.floor(at / hourMs)

const newest = statement<NoParams>()(() =>
  query.selectFrom('contact').select(['n', 'began_at', 'code']).orderBy('n', 'desc').limit(1),
)

const extend = statement<{ n: number; endedAt: number; sent: number; got: number }>()((param) =>
  query
    .updateTable('contact')
    .set((eb) => ({
      ended_at: param('endedAt'),
      times: eb('times', '+', eb.lit(1)),
      sent: eb('sent', '+', param('sent')),
      got: eb('got', '+', param('got')),
    }))
    .where('n', '=', param('n')),
)

type ContactRow = {
  readonly began_at: number
  readonly ended_at: number
  readonly times: number
  readonly sent: number
  readonly got: number
  readonly code: string | null
}

const insert = statement<ContactRow>()((param) =>
  query.insertInto('contact').values(named(param, ['began_at', 'ended_at', 'times', 'sent', 'got', 'code'])),
)

const forget = statement<{ kept: number }>()((param) =>
  query.deleteFrom('contact').where((eb) =>
    eb(
      'n',
      '<=',
      eb(
        eb.selectFrom('contact as newest').select((of) => of.fn.max('newest.n').as('n')),
        '-',
        param('kept'),
      ),
    ),
  ),
)
