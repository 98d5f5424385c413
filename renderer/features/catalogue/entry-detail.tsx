import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { recordWords } from '../../../contract/words/record-words.ts'
import { type Role, roles as allRoles } from '../../../domain/case/role.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EntryFacts } from './entry-facts.tsx'
import type { EntryActKind } from './model/entry-fields.ts'
import { openEntryActs } from './model/open-entry-acts.ts'

export interface EntryDetailProps {
  readonly id: string
  readonly role: Role
  readonly today: PlainDate
  readonly onAct: (kind: EntryActKind, entry: Publication) => void
}

/** The entry stood on: what it says, what is owed for it, and what may be done. */
export function EntryDetail({ id, role, today, onAct }: EntryDetailProps) {
  const { t } = useTranslation(['catalogue', 'terms'])
  const host = useHost()
  const found = useQuery({ queryKey: ['records', 'one', id], queryFn: () => host.records.get({ id }) })
  const state = found.data?.state ?? null
  const entry = state?.kind === 'publication' ? state : null
  const { mine, others } = entry === null ? { mine: [], others: [] } : openEntryActs(entry, role)
  const keyOf = (at: number) => (at === 0 ? 'F9' : at <= 9 ? String(at) : '')
  useKeys(
    entry === null
      ? []
      : mine.slice(0, 10).map((kind, at) => ({
          keys: keyOf(at),
          ...(at === 0 ? { label: recordWords.act[kind] } : {}),
          run: () => onAct(kind, entry),
        })),
  )
  if (found.error !== null)
    return (
      <div className="bd-detail-body">
        <Banner tone="problem" title={t('detail.failed')} code={errorText(found.error).code}>
          {errorText(found.error).text}
        </Banner>
      </div>
    )
  if (entry === null) return <p className="bd-detail-body muted">{t('detail.loading')}</p>
  const turn = allRoles.filter((each) => others.some(({ roles }) => roles.includes(each)))
  return (
    <>
      <header>
        <Badge>{recordWords.status.publication[entry.status]}</Badge>
        <h2 className="num">{entry.indexNo}</h2>
      </header>
      <div className="bd-detail-body">
        <b className="bd-title">{entry.content.title}</b>
        <div className="bd-acts">
          {mine.map((kind, at) => (
            <Button
              key={kind}
              size="sm"
              variant={at === 0 ? 'primary' : 'plain'}
              {...(keyOf(at) === '' ? {} : { keys: keyOf(at) })}
              onPress={() => onAct(kind, entry)}
            >
              {recordWords.act[kind]}
            </Button>
          ))}
        </div>
        {others.length === 0 ? null : (
          <p className="small muted">
            {t('detail.others', {
              roles: turn.map((each) => t(`terms:role.${each}`)).join(t('join')),
              acts: others.map(({ kind }) => recordWords.act[kind]).join(t('join')),
            })}
          </p>
        )}
        <EntryFacts entry={entry} today={today} />
      </div>
    </>
  )
}
