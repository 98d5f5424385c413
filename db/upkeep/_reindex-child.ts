// Run by rebuild-search.test.ts as a process of its own: opens a store whose search index other rules made, and dies over it.
import { openStore } from '../open.ts'

const [dir = '', hex = ''] = process.argv.slice(2)
openStore({
  dir,
  key: Buffer.from(hex, 'hex'),
  nativeBinding: null,
  onReindex: ({ done, total }) => {
    if (done * 2 > total) process.kill(process.pid, 'SIGKILL')
  },
})
