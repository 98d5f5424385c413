// Run by crash.integration.test.ts as a process of its own: takes in cases without end and says each number once it is on the disk.
import { writeSync } from 'node:fs'
import { aServiceIntake } from '../domain/case/_testing.ts'
import { openDesk } from './_testing.ts'

const [dir = '', hex = ''] = process.argv.slice(2)
const desk = openDesk({ dir, key: Buffer.from(hex, 'hex') })

for (let n = 1; ; n++) {
  const { caseNo } = desk.open({ kind: 'service.accept', intake: aServiceIntake() })
  writeSync(1, `${caseNo}\n`)
  if (n % 7 === 0) desk.store.idle()
}
