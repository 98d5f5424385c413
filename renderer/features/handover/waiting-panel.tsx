import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7 } from 'uuid'
import { errorText } from '../../i18n/error-text.ts'
import { refusalText } from '../../i18n/refusal-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'

/** What still lies here; all of it goes along unless somebody leaves one out. */
export function WaitingPanel({ onMade }: { readonly onMade: (recordId: string) => void }) {
  const { t } = useTranslation('handover')
  const host = useHost()
  const queries = useQueryClient()
  const [left, setLeft] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const waiting = useQuery({
    queryKey: ['cases', 'waiting'],
    queryFn: ({ signal }) => host.agency.waiting(undefined, { signal }),
  })
  const rows = waiting.data ?? []
  const taken = rows.filter(({ caseId }) => !left.includes(caseId))
  const papers = taken.reduce((sum, row) => sum + row.papers, 0)
  const nothing = taken.length === 0 ? t('waiting.nothing') : null
  // A second press comes before the screen has changed; it must not make a second list.
  const busy = useRef(false)
  const make = () => {
    if (busy.current || taken.length === 0) return
    busy.current = true
    const recordId = uuidv7()
    host.agency
      .makeList({ recordId, caseIds: taken.map(({ caseId }) => caseId) })
      .then(async (made) => {
        setProblem(made.ok ? null : refusalText(made.error))
        await Promise.all([
          queries.invalidateQueries({ queryKey: ['cases', 'waiting'] }),
          queries.invalidateQueries({ queryKey: ['records'] }),
        ])
        if (!made.ok) return
        setLeft([])
        onMade(recordId)
      })
      .catch((error: unknown) => setProblem(errorText(error).text))
      .finally(() => {
        busy.current = false
      })
  }
  useKeys([{ keys: 'F9', label: t('waiting.make'), run: make, enabled: taken.length > 0 }])
  return (
    <section aria-labelledby="handover-waiting">
      <h2 id="handover-waiting">{t('waiting.title')}</h2>
      {problem === null ? null : <Banner tone="problem" title={problem} onDismiss={() => setProblem(null)} />}
      {waiting.error === null ? null : <Banner tone="problem" title={errorText(waiting.error).text} />}
      {waiting.data !== undefined && rows.length === 0 ? <p className="muted">{t('waiting.none')}</p> : null}
      <ul className="handover-waiting">
        {rows.map((row) => (
          <li key={row.caseId}>
            <Checkbox
              label={t('waiting.line', { name: row.applicant, what: row.title, n: row.papers })}
              checked={!left.includes(row.caseId)}
              onChange={(on) =>
                setLeft((before) => (on ? before.filter((id) => id !== row.caseId) : [...before, row.caseId]))
              }
            />
          </li>
        ))}
      </ul>
      {rows.length === 0 ? null : (
        <div className="handover-make">
          <span className="muted">{t('waiting.sum', { n: taken.length, papers })}</span>
          <Button variant="primary" keys="F9" onPress={make} disabledReason={nothing}>
            {t('waiting.make')}
          </Button>
        </div>
      )}
    </section>
  )
}
