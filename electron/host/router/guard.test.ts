import { isContractProcedure } from '@orpc/contract'
import { ORPCError, createProcedureClient, getRouter, isProcedure } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desktopContract } from '../../../contract/desktop.ts'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import { desktopRouter } from './desktop-router.ts'

/** Every procedure of the contract by its path: one that is added tomorrow is here by itself. */
const pathsOf = (contract: object, path: readonly string[] = []): readonly (readonly string[])[] =>
  isContractProcedure(contract)
    ? [path]
    : Object.entries(contract).flatMap(([name, part]: [string, object]) => pathsOf(part, [...path, name]))

const paths = pathsOf(desktopContract)
const isOpen = ([area, name]: readonly string[]) =>
  area === 'desk' || area === 'changes' || area === 'kiosk' || area === 'hall' || (area === 'rating' && name !== 'ask')
const guarded = paths.filter((path) => !isOpen(path)).map((path) => [path.join('.'), path] as const)

let host: TestHost
beforeAll(() => {
  host = makeTestHost()
})
afterAll(() => host.remove())

/** What a call is answered with: the code and data of its error, or `answered`. Its input is no input of any procedure. */
const answerOf = async (path: readonly string[]): Promise<unknown> => {
  const procedure = getRouter(desktopRouter, [...path])
  if (!isProcedure(procedure)) throw new Error(`${path.join('.')} is not implemented`)
  try {
    await createProcedureClient(procedure, { context: { services: host.services } })('no input at all')
    return 'answered'
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    return { code: error.code, defined: error.defined, data: error.data as unknown }
  }
}

describe('who may call what', () => {
  it('leaves the desk, the screen of a resident who rates, what is public at a terminal and the stream of changes open, and nothing else', () => {
    expect(paths.filter(isOpen).map((path) => path.join('.'))).toEqual([
      'desk.get',
      'desk.signIn',
      'desk.lock',
      'desk.unlock',
      'desk.signOut',
      'desk.enrol',
      'rating.give',
      'rating.close',
      'kiosk.terminal',
      'kiosk.guides',
      'kiosk.guide',
      'kiosk.guideLetter',
      'kiosk.progress',
      'kiosk.places',
      'kiosk.published',
      'hall.show',
      'changes',
    ])
    expect(guarded.length).toBeGreaterThanOrEqual(17)
  })
})

describe('on a device that is no terminal', () => {
  const public_ = paths.filter(([area, name]) => area === 'kiosk' && name !== 'terminal')

  it.each(public_.map((path) => [path.join('.'), path] as const))('[SHL-30] %s is refused', async (_name, path) => {
    expect(await answerOf(path)).toMatchObject({ code: 'NOT_A_TERMINAL' })
  })
})

describe('while nobody is signed in', () => {
  beforeAll(() => host.services.session.signOut())

  it.each(guarded)('%s is refused before its input is looked at', async (_name, path) => {
    expect(await answerOf(path)).toEqual({ code: 'UNAUTHORIZED', defined: true, data: { reason: 'signed_out' } })
  })
})

describe('while the desk is locked', () => {
  beforeAll(async () => {
    await signIn(host)
    host.services.session.lock()
  })

  it.each(guarded)('%s is refused', async (_name, path) => {
    expect(await answerOf(path)).toEqual({ code: 'UNAUTHORIZED', defined: true, data: { reason: 'locked' } })
  })
})

describe('once somebody is signed in', () => {
  beforeAll(() => signIn(host))

  it.each(guarded)('%s is answered', async (_name, path) => {
    const answer = await answerOf(path)
    expect(JSON.stringify(answer)).not.toContain('UNAUTHORIZED')
    // No input fits all procedures: those that need one say so.
    if (answer !== 'answered') expect(answer).toMatchObject({ code: 'BAD_REQUEST' })
  })
})
