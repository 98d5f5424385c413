import { describe, expect, it } from 'vitest'
import type { Board, WatchedSignal, WatchedTask } from '../../../../contract/queries/supervision.ts'
import { plainDate as day } from '../../../../domain/plain-date.ts'
import { defaultTaskLimits } from '../../../../domain/record/task/task-kinds.ts'
import { initialBoardView, isCardable, rowsOfTab, shownRows, signalsAdded, waitingIn } from './board-state.ts'

const aSignal = (over: Partial<WatchedSignal> = {}): WatchedSignal => ({
  id: 'JC-03.v1:a:promised.0.0',
  rule: 'JC-03',
  level: 'yellow',
  article: null,
  occasion: 'promised.0.0',
  since: day('2026-10-14'),
  due: day('2026-10-13'),
  late: 1,
  caseId: '0190d0a0-0000-7000-8000-000000000001',
  caseNo: '990123-20260922-W05-0011',
  status: 'accepted',
  deviceNo: 'W05',
  record: null,
  title: '公共场所卫生许可（新办）',
  organ: '县卫生健康局',
  task: null,
  carded: false,
  ...over,
})
const aTask = (over: Partial<WatchedTask> = {}): WatchedTask => ({
  id: '0190d0a0-0000-7000-8000-000000000002',
  version: 1,
  task: 'yellow_card',
  status: 'assigned',
  caseId: null,
  caseNo: '990123-20260922-W05-0011',
  title: '公共场所卫生许可',
  organ: '县卫生健康局',
  person: null,
  openedOn: day('2026-10-14'),
  due: day('2026-10-16'),
  late: -2,
  endedOn: null,
  ...over,
})
const aBoard = (over: Partial<Board> = {}): Board => ({
  asOf: day('2026-10-14'),
  readAt: 0,
  scope: { of: 'center', name: '青岚县政务服务中心' },
  organs: [],
  windows: [],
  signals: [],
  tasks: [],
  complaints: [],
  limits: defaultTaskLimits,
  ...over,
})

describe('the lists of the board', () => {
  it('put open tasks first, the one owed soonest on top', () => {
    const board = aBoard({
      tasks: [
        aTask({ id: 'ended', endedOn: day('2026-10-01'), due: null }),
        aTask({ id: 'later', due: day('2026-10-20') }),
        aTask({ id: 'explained', status: 'explained', due: null }),
        aTask({ id: 'soon' }),
        aTask({ id: 'rating', task: 'bad_rating' }),
      ],
    })
    expect(rowsOfTab(board, 'cards').map(({ id }) => id)).toEqual(['soon', 'later', 'explained', 'ended'])
    expect(rowsOfTab(board, 'ratings').map(({ id }) => id)).toEqual(['rating'])
    expect(waitingIn(board, 'cards')).toBe(3)
  })

  it('are narrowed by department, window, level, words and what is not dealt with', () => {
    const board = aBoard({
      signals: [
        aSignal({ id: 'a' }),
        aSignal({ id: 'b', organ: '县水务局', deviceNo: 'W03', level: 'red', title: '取水许可' }),
        aSignal({ id: 'c', task: { id: '0190d0a0-0000-7000-8000-000000000002', task: 'urge', status: 'assigned' } }),
      ],
    })
    const ids = (over: Partial<typeof initialBoardView>) =>
      shownRows(board, { ...initialBoardView, ...over }).map(({ id }) => id)
    expect(ids({})).toEqual(['a', 'b', 'c'])
    expect(ids({ key: '县水务局' })).toEqual(['b'])
    expect(ids({ by: 'windows', key: 'W05' })).toEqual(['a', 'c'])
    expect(ids({ levels: ['red'] })).toEqual(['b'])
    expect(ids({ text: ' jc-03 ' })).toEqual(['a', 'b', 'c'])
    expect(ids({ text: '取水' })).toEqual(['b'])
    expect(ids({ openOnly: true })).toEqual(['a', 'b'])
  })

  it('[SUP-22] offer a card once, and none for a card that was answered late', () => {
    expect(isCardable(aSignal())).toBe(true)
    expect(isCardable(aSignal({ carded: true }))).toBe(false)
    expect(isCardable(aSignal({ level: 'warning' }))).toBe(false)
    expect(isCardable(aSignal({ record: 'task' }))).toBe(false)
  })

  it('count what has come since', () => {
    const shown = aBoard({ signals: [aSignal({ id: 'a' })] })
    expect(signalsAdded(shown, aBoard())).toBe(0)
    expect(signalsAdded(shown, aBoard({ signals: [aSignal({ id: 'a' }), aSignal({ id: 'b' })] }))).toBe(1)
  })
})
