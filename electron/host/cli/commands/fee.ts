import { processingFee, processingFeeTariffOn } from '../../../../domain/fees/processing-fee.ts'
import { plainDateInShanghai } from '../../../../domain/plain-date.ts'
import { command, jsonFlag, refuseUsage } from '../command.ts'
import { feeRefusalWords, feeWords, noTariffWords } from '../messages/fee.ts'

export const feeCommand = command({
  name: 'fee',
  about: '计算政府信息公开信息处理费（单位：分），按件或按量，只能选一种',
  spec: {
    words: [],
    flags: {
      '--requests': { value: '件数', required: false, about: '同一申请人在一个自然月内的申请件数' },
      '--pages': { value: '页数', required: false, about: '一件申请的页数（单面，A4 及以下）' },
      '--json': jsonFlag,
    },
  },
  notes: [
    '标准输出只有一个数，单位是分；怎样得来写在标准错误。',
    '例：yichuang fee --requests 41　yichuang fee --pages 68 --json',
  ],
  work: ({ values }, io) => {
    const tariff = processingFeeTariffOn(plainDateInShanghai(io.now()))
    if (tariff === null) {
      io.say(noTariffWords)
      return 1
    }
    const fee = processingFee(
      { requests: readCount(values.get('--requests')), pages: readCount(values.get('--pages')) },
      tariff,
    )
    if (!fee.ok) {
      const typed = values.get(
        fee.error.code === 'count_invalid' && fee.error.measure === 'pages' ? '--pages' : '--requests',
      )
      return refuseUsage(feeCommand, [feeRefusalWords(fee.error, typed ?? '')], io)
    }
    if (values.has('--json')) io.out(JSON.stringify({ fen: fee.value.fen }))
    else {
      io.out(String(fee.value.fen))
      for (const line of feeWords(fee.value, tariff)) io.say(line)
    }
    return 0
  },
})

/** Null when the flag is not there; NaN for what is written in any other way than plain digits. */
const readCount = (typed: string | undefined): number | null =>
  typed === undefined ? null : /^\d{1,15}$/.test(typed) ? Number(typed) : Number.NaN
