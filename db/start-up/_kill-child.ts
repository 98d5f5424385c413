// Run by kill.integration.test.ts as a process of its own: takes in cases and dies at the named step of the transaction of the n-th.
import { writeSync } from 'node:fs'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { openDesk } from '../_testing.ts'

const [dir = '', hex = '', step = '', count = '1'] = process.argv.slice(2)
let acts = 0
const desk = openDesk({
  dir,
  key: Buffer.from(hex, 'hex'),
  reach: (at) => {
    if (at === step && acts === Number(count)) process.kill(process.pid, 'SIGKILL')
  },
})
for (;;) {
  acts += 1
  const { caseNo } = desk.open({ kind: 'service.accept', intake: aServiceIntake() })
  writeSync(1, `${caseNo}\n`)
}
