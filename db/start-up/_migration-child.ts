// Run by migration-kill.integration.test.ts as a process of its own: opens the store with newer migrations and dies before the n-th
// statement that it runs for them.
import { openStore } from '../open.ts'
import { laterMigrations } from './_later-migrations.ts'

const [dir = '', hex = '', first = '', count = '1'] = process.argv.slice(2)
let statements = 0
const opened = openStore({
  dir,
  key: Buffer.from(hex, 'hex'),
  nativeBinding: null,
  migrations: laterMigrations,
  trace: (sql) => {
    if (statements > 0 || sql.startsWith(first)) statements += 1
    if (statements === Number(count)) process.kill(process.pid, 'SIGKILL')
  },
})
if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.detail}`)
process.stdout.write(String(statements))
opened.value.close()
