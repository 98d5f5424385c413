import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import { sql } from 'kysely'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { openErrors } from '../../contract/open.ts'
import type { PreApplication } from '../../contract/pre-application.ts'
import type { Applicant } from '../../domain/case/applicant.ts'
import { validateApplicant } from '../../domain/case/validate-parties.ts'
import { preNoKey } from '../../domain/conflict/natural-keys.ts'
import { normalizeIdNumber } from '../../domain/identity/normalize-id-number.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { keyHasher } from '../conflict/natural-key-rows.ts'
import { publicProgressOf, readProgressFacts } from '../kiosk/public-progress.ts'
import { getIdentity } from '../store/identity.ts'
import { transact } from '../store/transact.ts'
import type { Tx } from '../store/connect.ts'
import { type OpenContext, openApi, openRefusal, written } from './context.ts'
import { findTaken, forgetTaken, nextChange } from './taken.ts'

/** OPN-9, OPN-10: kept once under its number; the same again gets the first answer, and anything else is refused. */
export const submitApplication = openApi.applications.submit.handler(async ({ input, context }) => {
  const { center: _center, ...application } = input
  const key = await keyOf(context, application.preNo)
  return written(context, { act: 'applications.submit', subject: key.toString('hex') }, () =>
    transact(context.db, (tx) => keep(tx, context, key, application)),
  )
})

/** OPN-11: told to the system that brought it, and to nobody else. */
export const statusOfApplication = openApi.applications.status.handler(async ({ input, context }) => {
  const { center, caller, now } = context
  const key = await keyOf(context, input.preNo)
  return written(context, { act: 'applications.status', subject: key.toString('hex') }, () =>
    transact(context.db, async (tx) => {
      const known = await find(tx, center, key)
      if (known?.system !== caller.system) throw openRefusal('NOT_FOUND')
      const states = await findTaken(tx, center, key)
      const facts = await readProgressFacts(tx, center, plainDateInShanghai(now()))
      const [own] = states.values()
      const taken = own === undefined ? null : { caseNo: own.caseNo, progress: publicProgressOf(own, states, facts) }
      return { ...received(known), taken }
    }),
  )
})

const keep = async (tx: Tx, context: OpenContext, key: Buffer, application: PreApplication) => {
  const { center, caller, now } = context
  const receivedAt = now()
  const proof = proofOf(context, application)
  const before = await find(tx, center, key)
  if (before === undefined) {
    // What was taken once stays taken, whatever has become of its item since.
    await refuseUnsound(tx, center, application, receivedAt)
    // Of several at once one comes first, and the others wait for it here.
    await tx
      .insertInto('pre_application')
      .values({
        center,
        key,
        pre_no: application.preNo,
        system: caller.system,
        token: caller.token,
        proof,
        body: sql<PreApplication>`${JSON.stringify(application)}::jsonb`,
        received_at: receivedAt,
        change: await nextChange(tx, center),
      })
      .onConflict((conflict) => conflict.columns(['center', 'key']).doNothing())
      .execute()
  }
  const kept = before ?? (await find(tx, center, key))
  if (kept === undefined) throw new Error('an application that was just kept')
  if (kept.system !== caller.system || !timingSafeEqual(kept.proof, proof)) throw openRefusal('PRE_NO_TAKEN')
  await forgetTaken(tx, center, receivedAt)
  return received(kept)
}

const find = (tx: Tx, center: string, key: Buffer) =>
  tx
    .selectFrom('pre_application')
    .select(['pre_no', 'system', 'proof', 'received_at'])
    .where('center', '=', center)
    .where('key', '=', key)
    .executeTakeFirst()

const received = (row: { readonly pre_no: string; readonly received_at: number }) => ({
  preNo: row.pre_no,
  receivedAt: row.received_at,
})

const keyOf = async ({ db, center }: OpenContext, preNo: string): Promise<Buffer> =>
  Buffer.from(keyHasher((await getIdentity(db)).signingKey)(center, preNoKey(preNo)), 'hex')

/** Without the server's own secret nobody can try names and numbers against it. The number itself is compared by its key. */
const proofOf = ({ identity, center }: OpenContext, { preNo: _preNo, ...rest }: PreApplication): Buffer => {
  const secret = Buffer.from(hkdfSync('sha256', identity.signingKey, '', 'applications of other systems', 32))
  return createHmac('sha256', secret)
    .update(`${center}|${canonicalJson(rest)}`)
    .digest()
}

const refuseUnsound = async (
  tx: Tx,
  center: string,
  { itemId, applicant, submittedOn }: PreApplication,
  now: number,
): Promise<void> => {
  const today = plainDateInShanghai(now)
  const item = await tx
    .selectFrom('service_item')
    .select('withdrawn')
    .where('center', '=', center)
    .where('id', '=', itemId)
    .executeTakeFirst()
  const ofApplicant = validateApplicant(toApplicant(applicant), { today, path: 'application' })
  const problems = [
    ...(item === undefined || item.withdrawn ? [{ field: 'itemId', code: 'item_unknown' }] : []),
    ...(submittedOn > today ? [{ field: 'submittedOn', code: 'in_future' }] : []),
    ...ofApplicant.map(({ field, code }) => ({ field: field.replace('application.', ''), code })),
  ]
  if (problems.length === 0) return
  const { status, message } = openErrors.APPLICATION_INVALID
  throw new ORPCError('APPLICATION_INVALID', { status, message, data: { problems } })
}

/** As a window would write him down. */
const toApplicant = (applicant: PreApplication['applicant']): Applicant => ({
  ...applicant,
  idNumber: normalizeIdNumber(applicant.idNumber),
  reportCategory: null,
  idException: null,
  postcode: null,
  contactIdNumber: null,
})
