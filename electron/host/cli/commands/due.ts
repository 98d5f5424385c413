import { currentWorkCalendar } from '../../../../domain/calendar/state-council.ts'
import { answerDue } from '../../../../domain/clock/answer-due.ts'
import { type DueQuery, parseDueQuery } from '../../../../domain/clock/parse-due-query.ts'
import type { WorkCalendar } from '../../../../domain/calendar/work-calendar.ts'
import type { CliIo, ExitCode } from '../io.ts'
import { type Command, jsonFlag, refuseUsage } from '../command.ts'
import { clockProblemWords, dueQueryProblemWords, dueWords, provisionalWords } from '../messages/due.ts'

/** Reads its own arguments: `--pause` may come more than once, and the same reading serves elsewhere. */
export const dueCommand: Command = {
  name: 'due',
  about: '计算到期日，并逐段说明哪些日子计入、哪些不计入',
  spec: {
    words: [],
    flags: {
      '--received': { value: '日期', required: true, about: '收到（受理）之日，当日不计入' },
      '--days': { value: '天数', required: true, about: '时限' },
      '--unit': { value: 'workday|day', required: false, about: '工作日（默认）或自然日' },
      '--pause': { value: 'A..B', required: false, about: 'A 之后至 B（含）不计入；可写多次；“A..”为仍在暂停' },
      '--restart': { value: '日期', required: false, about: '自次日起重新计算全部时限' },
      '--extend': { value: '天数', required: false, about: '依法延长的天数' },
      '--dir': { value: '目录', required: false, about: '用这个本地库启用的日历；不写时用程序自带的' },
      '--json': jsonFlag,
    },
  },
  notes: ['例：yichuang due --received 2024-09-20 --days 20 --pause 2024-09-27..2024-10-09 --json'],
  run: async (args, io) => {
    const query = parseDueQuery(args)
    if (!query.ok) return refuseUsage(dueCommand, query.error.map(dueQueryProblemWords), io)
    const { dir } = query.value
    if (dir === null) return answerWith(query.value, currentWorkCalendar, io)
    // Asked for only then: without a store there is no compiled addon to load.
    const { withHost } = await import('../with-host.ts')
    return withHost(dir, io, ({ services }) => answerWith(query.value, services.store.calendar, io))
  },
}

const answerWith = (query: DueQuery, calendar: WorkCalendar, io: CliIo): ExitCode => {
  const answer = answerDue(query, calendar)
  if (!answer.ok) return refuseUsage(dueCommand, answer.error.map(clockProblemWords), io)
  if (query.json) io.out(JSON.stringify(answer.value, null, 2))
  else for (const line of dueWords(answer.value)) io.out(line)
  if (answer.value.provisional) io.say(provisionalWords(answer.value))
  return 0
}
