import { runningNumberWords } from '../../../../contract/words/number-words.ts'
import { command, dirFlag, jsonFlag } from '../command.ts'
import { syncStatusWords, syncTroubleWords } from '../messages/sync.ts'
import { parseServerUrl } from '../../sync-agent/server-url.ts'
import { withHost } from '../with-host.ts'

export const syncCommand = command({
  name: 'sync',
  about: '与中心服务器交换一次：送出本机的操作，取回别处的',
  spec: {
    words: [],
    flags: {
      '--dir': dirFlag,
      '--server': { value: '地址', required: false, about: '服务器换了地址时的新地址；交换成功后记住' },
      '--once': { value: null, required: false, about: '只交换一次（总是如此，可以不写）' },
      '--json': jsonFlag,
    },
  },
  notes: [],
  work: ({ values }, io) => {
    const given = values.get('--server')
    const address = given === undefined ? null : parseServerUrl(given)
    if (address?.ok === false) {
      io.say(syncTroubleWords(address.error))
      return 2
    }
    return withHost(values.get('--dir') ?? '', io, async ({ agent, services: { store, sync } }) => {
      const stored = store.read.meta.find('server')
      if (stored === null) {
        io.say('本机还没有登记到服务器：请先运行 enrol')
        return 2
      }
      if (address !== null && address.value !== stored) {
        io.say(`服务器地址由 ${stored} 改为 ${address.value}`)
        store.transact((writer) => writer.meta.set('server', address.value))
      }
      const first = await agent.now()
      // Files go behind the operations; that they are in is an operation again.
      if (first.lastError === null) await agent.filesSent()
      const status = agent.status().waiting > 0 && first.lastError === null ? await agent.now() : agent.status()
      const { clockOffMs } = sync.status()
      const failed = status.lastError !== null
      if (failed && address !== null && address.value !== stored) {
        store.transact((writer) => writer.meta.set('server', stored))
        io.say(`没有成功，地址仍为 ${stored}`)
      }
      if (values.has('--json')) io.out(JSON.stringify({ ...status, clockOffMs }, null, 2))
      else {
        io.out(syncStatusWords({ ...status, clockOffMs }))
        for (const numbers of agent.report().numbers) io.out(runningNumberWords(numbers))
      }
      if (status.lastError !== null) io.say(syncTroubleWords(status.lastError.code))
      return failed ? 1 : 0
    })
  },
})
