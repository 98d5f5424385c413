// Run by kill.integration.test.ts as a process of its own: opens a damaged store and dies over making it again.
import { openStore } from '../open.ts'

const [dir = '', hex = '', done = '0'] = process.argv.slice(2)
openStore({
  dir,
  key: Buffer.from(hex, 'hex'),
  nativeBinding: null,
  onRebuild: (progress) => {
    if (progress.done >= Number(done)) process.kill(process.pid, 'SIGKILL')
  },
})
