import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { regulationOn } from './regulation.ts'

describe('regulation in force', () => {
  it('[DIS-4] the receipt date decides: 15 working days until 2019-05-14, 20 from 2019-05-15', () => {
    expect(regulationOn(plainDate('2019-05-14'))).toMatchObject({ version: '2008', replyDays: 15 })
    expect(regulationOn(plainDate('2019-05-15'))).toMatchObject({
      version: '2019',
      replyDays: 20,
      correctionNoticeDays: 7,
    })
  })
})
