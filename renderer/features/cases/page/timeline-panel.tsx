import { takesEffect } from '../../../../contract/sync.ts'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, TimelineEntry } from '../../../../contract/queries/cases.ts'
import { shortStamp, timeOrStamp } from '../../../i18n/dates.ts'
import { verdictText } from '../../../i18n/sync-text.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx'
import { entryText } from './timeline-text.ts'

/** Every act on the case, newest first: what, who, on which device, and when the server had it. */
export function TimelinePanel({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('cases')
  const meta = (entry: TimelineEntry): string => {
    const who = { actor: entry.actorName ?? entry.actor, device: entry.deviceNo }
    if (isProblem(entry)) return t('timeline.problem', { ...who, verdict: verdictText(entry.verdict ?? '') })
    if (entry.committedAt === null) return t('timeline.metaWaiting', who)
    return t('timeline.metaSent', { ...who, time: timeOrStamp(entry.committedAt, detail.today) })
  }
  const items: readonly TimelineItem[] = [...detail.timeline]
    .sort((a, b) => b.at - a.at)
    .map((entry) => ({
      key: entry.op,
      at: shortStamp(entry.at),
      ...entryText(entry),
      meta: meta(entry),
      state: isProblem(entry) ? 'problem' : entry.committedAt === null ? 'waiting' : 'sent',
    }))
  return (
    <Panel title={t('timeline.title')} note={t('timeline.note', { n: items.length })} padded={false}>
      <Timeline items={items} label={t('timeline.title')} />
    </Panel>
  )
}

const isProblem = ({ verdict }: TimelineEntry): boolean => verdict !== null && !takesEffect(verdict)
