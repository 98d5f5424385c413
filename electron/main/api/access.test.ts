import { isContractProcedure } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { pageEntries } from '../../../contract/page.ts'
import { shellContract } from '../../../contract/shell.ts'
import { mayCall, proceduresOf } from './access.ts'

const pathsOf = (router: object): string[] =>
  Object.entries(router).flatMap(([name, value]: [string, unknown]) => {
    if (isContractProcedure(value)) return [name]
    return typeof value === 'object' && value !== null ? pathsOf(value).map((path) => `${name}.${path}`) : []
  })
const all = pathsOf(shellContract)

describe('access to the shell', () => {
  it('[SHL-12] every procedure of the contract is open to some page, and no page to one that is not there', () => {
    expect(all.length).toBeGreaterThan(10)
    expect([...new Set(Object.values(proceduresOf).flat())].sort()).toEqual([...all].sort())
  })

  it('[SHL-12] only the hidden letter page speaks for a letter, only the failure page unlocks the store', () => {
    const callers = (path: string) => pageEntries.filter((entry) => mayCall(entry, path.split('.')))
    expect(callers('print.ready')).toEqual(['print'])
    expect(callers('print.failed')).toEqual(['print'])
    expect(callers('store.unlock')).toEqual(['failure'])
    expect(callers('letters.print')).toEqual(['workbench', 'kiosk'])
    expect(callers('letters.sendToPrinter')).toEqual(['workbench', 'kiosk'])
    expect(proceduresOf.board).toEqual(['host.watch'])
    expect(callers('app.openPrintFolder')).toEqual(['workbench'])
  })

  it.each(['', 'app', 'constructor', '__proto__', 'letters.print.x', 'app.info,app.quit'])(
    '[SHL-12] %j names no procedure',
    (path) => {
      for (const entry of pageEntries) expect(mayCall(entry, path.split('.'))).toBe(false)
    },
  )
})
