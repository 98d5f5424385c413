import { expect, it } from 'vitest'
import { backFrom, home, type Screen } from './screens.ts'
import { countdownAfter } from './idle.ts'

it('[KSK-1] counts down over the last half of a minute without a touch, and ends at its end', () => {
  expect([0, 29.9, 30, 30.1, 59.2, 60, 3600].map(countdownAfter)).toEqual([null, null, 30, 30, 1, 0, 0])
})

it('[KSK-2] back leads home from every screen', () => {
  const entry = { type: 'register', register: 'fee_list', values: {} } as const
  const screens: readonly Screen[] = [
    { at: 'guide', id: 'i', from: 'promises' },
    { at: 'entry', place: 'fee_list', entry },
    { at: 'progress' },
  ]
  for (const screen of screens) {
    let now = screen
    for (let steps = 0; steps < 4 && now.at !== 'home'; steps += 1) now = backFrom(now)
    expect(now).toEqual(home)
  }
})
