import { findNoticeDefects } from '../../calendar/check-notice.ts'
import { stateCouncilNotices } from '../../calendar/data/state-council.ts'
import { refusal } from '../../case/refusal.ts'
import { isPlainDate } from '../../plain-date.ts'
import { openedRecord, type RecordModule } from '../record-module.ts'
import type { CalendarAct, CalendarRecord } from './calendar-record.ts'
import { calendarWorkflow } from './workflow.ts'

/** 放假办法 arts. 4, 7: an arrangement is published by the State Council, a regional one by the local government; none is made here. */
export const calendarModule: RecordModule<CalendarRecord, CalendarAct> = {
  workflow: calendarWorkflow,
  validate: (_state, act) => {
    if (act.kind === 'calendar.import') {
      const { publishedOn, url } = act.notice
      return [
        ...(isPlainDate(publishedOn) ? [] : [{ field: 'notice.publishedOn', code: 'date_invalid' } as const]),
        ...(url.trim() === '' ? [{ field: 'notice.url', code: 'required' } as const] : []),
      ]
    }
    return act.kind === 'calendar.withdraw' && act.reason.trim() === '' ? [{ field: 'reason', code: 'required' }] : []
  },
  guard: (_state, act, { calendar }) => {
    if (act.kind !== 'calendar.import') return null
    // A cut-off or made-up arrangement would move thousands of dates; the one in use stays.
    const defects = findNoticeDefects(act.notice, calendar.version)
    const [first] = defects
    return first === undefined
      ? null
      : refusal('calendar_implausible', {
          article: act.notice.scope === 'regional' ? 'holidays:4' : 'holidays:7',
          params: { problem: first.code, count: defects.length },
        })
  },
  fold: (state, entity, { kind, data }) => {
    if (kind === 'calendar.import')
      return { ...openedRecord(entity), kind: 'calendar', status: 'imported', notice: data.notice, reason: null }
    if (state === null) throw new Error(`${kind} without a calendar`)
    switch (kind) {
      case 'calendar.activate':
        return { ...state, status: 'active' }
      case 'calendar.supersede':
        return { ...state, status: 'superseded' }
      case 'calendar.withdraw':
        return { ...state, status: 'withdrawn', reason: data.reason }
    }
  },
  head: ({ notice, status }) => ({
    title: `${notice.year} ${notice.id}`,
    organ: null,
    caseId: null,
    key: `calendar:${notice.id}`,
    date: isPlainDate(notice.publishedOn) ? notice.publishedOn : stateCouncilStart,
    due: null,
    closed: status === 'superseded' || status === 'withdrawn',
    words: notice.number === null ? [] : [notice.number],
  }),
}

const stateCouncilStart = (() => {
  const first = stateCouncilNotices[0]?.publishedOn ?? ''
  if (!isPlainDate(first)) throw new Error('the shipped calendar has no date')
  return first
})()
