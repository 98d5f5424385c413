import { ORPCError, implement } from '@orpc/server'
import { v7 as uuidv7 } from 'uuid'
import { openContract, openErrors } from '../../contract/open.ts'
import type { Database } from '../store/connect.ts'
import type { ServerIdentity } from '../store/identity.ts'
import type { Clockwork } from './even-time.ts'
import type { OpenCaller } from './token.ts'

export interface OpenContext {
  /** Of the center that is asked. */
  readonly db: Database
  readonly center: string
  readonly caller: OpenCaller
  readonly identity: ServerIdentity
  readonly now: () => number
  readonly clockwork: Clockwork
  /** Tells with a refusal when to come again. */
  readonly comeAgainAfter: (ms: number) => void
}

export const openApi = implement(openContract).$context<OpenContext>()

type PlainRefusal = Exclude<keyof typeof openErrors, 'APPLICATION_INVALID'>

export const openRefusal = (code: PlainRefusal) => {
  const { status, message } = openErrors[code]
  return new ORPCError(code, { status, message })
}

interface Asked {
  readonly act: string
  /** Keyed hash of the number that is asked about; null = about none. */
  readonly subject: string | null
}

/** OPN-8: nothing is told, and nothing that was asked is refused, that is not written down first. */
export const written = async <T>(context: OpenContext, asked: Asked, work: () => Promise<T>): Promise<T> => {
  try {
    const answer = await work()
    await write(context, asked, 'ok')
    return answer
  } catch (error) {
    if (error instanceof ORPCError) await write(context, asked, error.code)
    throw error
  }
}

export const write = async (
  { db, center, caller, now }: Pick<OpenContext, 'db' | 'center' | 'caller' | 'now'>,
  { act, subject }: Asked,
  outcome: string,
): Promise<void> => {
  await db
    .insertInto('open_act')
    .values({ center, id: uuidv7(), at: now(), token: caller.token, act, outcome, subject })
    .execute()
}
