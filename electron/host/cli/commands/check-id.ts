import { checkIdNumber } from '../../../../domain/identity/check-id-number.ts'
import { plainDateInShanghai } from '../../../../domain/plain-date.ts'
import { command, jsonFlag } from '../command.ts'
import { idCheckWords } from '../messages/id-check.ts'

export const checkIdCommand = command({
  name: 'check-id',
  about: '核对公民身份号码或统一社会信用代码',
  spec: { words: ['号码'], flags: { '--json': jsonFlag } },
  notes: ['号码有误不是运行失败：结果写在输出里，退出码仍为 0。'],
  work: ({ words, values }, io) => {
    const { normalized: _typed, ...check } = checkIdNumber(words[0] ?? '', { today: plainDateInShanghai(io.now()) })
    if (values.has('--json')) io.out(JSON.stringify(check, null, 2))
    else for (const line of idCheckWords(check)) io.out(line)
    return 0
  },
})
