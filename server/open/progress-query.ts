import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { OpenProgress } from '../../contract/open.ts'
import { plainTyped, progressTexts, questionText, subjectText } from '../../domain/kiosk/progress-proof.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { keyed, progressKey } from '../kiosk/progress-key.ts'
import { publicProgressOf, readProgressFacts, statesWithFamily } from '../kiosk/public-progress.ts'
import { type OpenContext, openApi, openRefusal, written } from './context.ts'
import { atStroke } from './even-time.ts'
import { clearProofs, countProof } from './try-guard.ts'

interface Question {
  readonly caseNo: string
  readonly lastFour: string
}

/** OPN-4: whatever does not lead to a matter that may be told, by whatever fault, is one answer at one time. */
export const queryProgress = openApi.progress.query.handler(({ input, context }) =>
  atStroke(context.clockwork, () => {
    const key = progressKey(context.identity.signingKey, context.center)
    const subject = keyed(key, subjectText({ subject: input.caseNo }))
    return written(context, { act: 'progress.query', subject }, () => answer(context, input, key, subject))
  }),
)

const answer = async (context: OpenContext, question: Question, key: Buffer, subject: string) => {
  const { db, center, now, comeAgainAfter } = context
  const waitMs = await countProof(db, center, Buffer.from(subject, 'hex'), now())
  if (waitMs > 0) {
    comeAgainAfter(waitMs)
    throw openRefusal('TOO_MANY_TRIES')
  }
  const found = await find(context, question, key)
  if (found === null) throw openRefusal('NOT_FOUND')
  await clearProofs(db, center, Buffer.from(subject, 'hex'))
  return found
}

const find = (
  { db, center, now }: Pick<OpenContext, 'db' | 'center' | 'now'>,
  { caseNo, lastFour }: Question,
  key: Buffer,
): Promise<OpenProgress | null> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const facts = await readProgressFacts(tx, center, plainDateInShanghai(now()))
      const wanted = plainTyped(caseNo)
      const ids = sql`select id from case_state where center = ${center} and case_no = ${wanted}`
      const states = await statesWithFamily(tx, center, ids)
      const own = [...states.values()].find((state) => state.caseNo === wanted)
      if (own === undefined) return null
      const given = Buffer.from(keyed(key, questionText({ subject: caseNo, lastFour })), 'hex')
      const isProved = progressTexts(own.caseNo, own.applicant, facts.rules).some((text) =>
        timingSafeEqual(Buffer.from(keyed(key, text), 'hex'), given),
      )
      return isProved ? publicProgressOf(own, states, facts) : null
    })
