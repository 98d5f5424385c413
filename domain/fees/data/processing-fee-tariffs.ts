import { plainDate } from '../../plain-date.ts'
import type { ProcessingFeeTariff } from '../tariff.ts'

/** Every version, oldest first. */
export const processingFeeTariffs: readonly ProcessingFeeTariff[] = [
  {
    id: '国办函〔2020〕109号',
    // Recalled, not read in the notice, as are the days to pay: its articles 6 to 11 were in no copy that could be found.
    effectiveFrom: plainDate('2021-01-01'),
    paymentDays: 30,
    perRequest: {
      slices: [
        { upTo: 10, fen: 0 },
        { upTo: 30, fen: 100_00 },
      ],
      // “以10件为一档，每增加一档，收费标准提高100元/件”: 31–40 at 200 yuan each, 41–50 at 300.
      beyond: { kind: 'steps', every: 10, addFen: 100_00 },
    },
    perPage: {
      slices: [
        { upTo: 30, fen: 0 },
        { upTo: 100, fen: 10_00 },
        { upTo: 200, fen: 20_00 },
      ],
      beyond: { kind: 'flat', fen: 40_00 },
    },
    articles: { choice: 'ogiFee:3', perRequest: 'ogiFee:4', perPage: 'ogiFee:5' },
  },
]
