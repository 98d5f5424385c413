import { describe, expect, it } from 'vitest'
import { disclosureChannels } from '../disclosure/disclosure-intake.ts'
import { plainDate } from '../plain-date.ts'
import { aRequest } from './_testing.ts'
import { outcomes } from './outcome.ts'
import { requestStatistics, statisticsMapping, statisticsReplies } from './statistics.ts'

const receivedOn = plainDate('2016-04-05')
const repliedOn = plainDate('2016-04-20')

describe('the statistics form of 2014 to 2018', () => {
  it('[RPT-22] counts every channel and every outcome once', () => {
    const byChannel = requestStatistics(
      disclosureChannels.map((channel) => aRequest({ receivedOn, channel })),
      2016,
    )
    expect(byChannel.received).toEqual({ in_person: 2, fax: 1, network: 1, letter: 2, total: 6 })
    const byOutcome = requestStatistics(
      outcomes.map((outcome) => aRequest({ receivedOn, repliedOn, outcome })),
      2016,
    )
    expect(byOutcome.replied.total).toBe(21)
    expect(statisticsReplies.reduce((sum, reply) => sum + byOutcome.replied[reply], 0)).toBe(21)
    expect(byOutcome.replied).toMatchObject({ granted: 1, partial: 1, already_public: 0, not_this_organ: 0 })
  })

  it('[RPT-22] keeps apart what was closed in the plain limit and after an extension', () => {
    const facts = [
      aRequest({ receivedOn, repliedOn, outcome: 'granted' }),
      aRequest({ receivedOn, repliedOn, outcome: 'granted', extended: true }),
      aRequest({ receivedOn }),
      aRequest({ receivedOn: plainDate('2016-12-30'), repliedOn: plainDate('2017-01-04'), outcome: 'granted' }),
    ]
    expect(requestStatistics(facts, 2016)).toMatchObject({
      received: { total: 4 },
      closed: { on_time: 1, extended: 1, total: 2 },
      replied: { total: 2 },
    })
    expect(requestStatistics(facts, 2017)).toMatchObject({ received: { total: 0 }, closed: { total: 1 } })
  })

  it('[RPT-22] follows another mapping where an office has its own form', () => {
    const mapping = {
      ...statisticsMapping,
      channels: { ...statisticsMapping.channels, fax: 'letter' },
      replies: { ...statisticsMapping.replies, not_repeat: 'other_way' },
    } as const
    const facts = [aRequest({ receivedOn, repliedOn, outcome: 'not_repeat', channel: 'fax' })]
    expect(requestStatistics(facts, 2016)).toMatchObject({ received: { fax: 1 }, replied: { denied: 1 } })
    expect(requestStatistics(facts, 2016, mapping)).toMatchObject({
      received: { letter: 1 },
      replied: { other_way: 1 },
    })
  })

  it('[RPT-22] counts reviews and suits of the year by how they ended; what is pending is in none', () => {
    const closed = { receivedOn, repliedOn, outcome: 'granted' } as const
    const facts = [
      aRequest({ ...closed, reconsiderations: [{ result: 'maintain', year: 2016 }] }),
      aRequest({ ...closed, reconsiderations: [{ result: 'pending', year: 2016 }] }),
      aRequest({ ...closed, reconsiderations: [{ result: 'correct', year: 2017 }] }),
      aRequest({ ...closed, litigations: [{ route: 'direct', result: 'other', year: 2016 }] }),
    ]
    expect(requestStatistics(facts, 2016)).toMatchObject({
      reconsideration: { maintain: 1, correct: 0, other: 0, total: 1 },
      litigation: { maintain: 0, correct: 0, other: 1, total: 1 },
    })
  })
})
