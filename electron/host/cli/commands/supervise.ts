import { isPlainDate } from '../../../../domain/plain-date.ts'
import { settingsOn } from '../../../../domain/settings/settings-on.ts'
import { issueCards } from '../../supervision/issue-cards.ts'
import { scanSignals } from '../../supervision/scan.ts'
import { command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { refusalWords } from '../messages/refusal.ts'
import { cardContent, signalWords } from '../messages/supervision.ts'
import { withHost } from '../with-host.ts'

export const superviseCommand = command({
  name: 'supervise',
  about: '电子监察：列出提醒、预警、黄牌、红牌；--issue 为还没有发牌的黄牌、红牌信号发牌',
  spec: {
    words: [],
    flags: {
      '--dir': dirFlag,
      '--on': { value: '日期', required: false, about: '按哪一天查看，默认今天' },
      '--issue': { value: null, required: false, about: '发牌；每个信号只发一次' },
      '--json': jsonFlag,
    },
  },
  notes: ['规则没有全国统一的标准，用的是本中心的规则（settings 命令查看和修改）；暂停的时间不计入。'],
  work: ({ values }, io) => {
    const on = values.get('--on') ?? null
    if (on !== null && !isPlainDate(on)) return refuseUsage(superviseCommand, [`--on 应为 年-月-日：“${on}”`], io)
    return withHost(values.get('--dir') ?? '', io, ({ stamps, services }) => {
      const asOf = on !== null && isPlainDate(on) ? on : services.today()
      const found = scanSignals(services.store, asOf)
      const actor = { staffId: 'system', role: 'supervisor', session: null } as const
      const limits = settingsOn(services.store.settings, 'tasks', services.today())
      const deps = { performRecord: services.performRecord, newId: stamps.newId }
      const issued = values.has('--issue') ? issueCards(deps, found, limits, cardContent, actor) : []
      if (values.has('--json'))
        io.out(
          JSON.stringify(
            {
              asOf,
              signals: found.map(({ signal, caseNo, title, organ, carded }) => ({
                ...signal,
                caseNo,
                title,
                organ,
                carded,
              })),
              issued: issued.flatMap(({ found: { signal }, card }) =>
                card.ok ? [{ signal: signal.id, task: card.value.recordId }] : [],
              ),
            },
            null,
            2,
          ),
        )
      else for (const one of found) io.out(signalWords(one))
      const refused = issued.filter(({ card }) => !card.ok)
      for (const { found: one, card } of refused)
        if (!card.ok) io.say(`${signalWords(one)}：${refusalWords(card.error)}`)
      io.say(`${asOf}：信号 ${String(found.length)} 个，本次发牌 ${String(issued.length - refused.length)} 张`)
      return refused.length === 0 ? 0 : 1
    })
  },
})
