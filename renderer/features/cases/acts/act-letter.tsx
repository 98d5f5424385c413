import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseActSchema } from '../../../../contract/acts/case-acts.ts'
import type { CaseAct } from '../../../../domain/case/case-act.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useHost } from '../../../ipc/clients.ts'
import { LetterSheets } from '../../../letters/letter-sheets.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { useSettled } from '../../../ui/use-settled.ts'
import './act-letter.css'

export interface ActLetterProps {
  readonly state: Pick<CaseState, 'id' | 'version'>
  /** As the form says it, with blanks for what is still to be written; null = too little is said. */
  readonly act: CaseAct | null
  /** Why there is nothing to show. */
  readonly reason: string | null
}

/** The letter that the act would owe, beside its form and as it is written. */
export function ActLetter({ state, act, reason }: ActLetterProps) {
  const { t } = useTranslation(['cases', 'terms'])
  const host = useHost()
  // One letter for a burst of typing.
  const said = useSettled(act === null ? null : JSON.stringify(act), 250)
  const query = useQuery({
    queryKey: ['cases', 'draft-letter', state.id, state.version, said],
    enabled: said !== null,
    queryFn: ({ signal }) =>
      host.letters.draft(
        { caseId: state.id, base: state.version, act: CaseActSchema.parse(JSON.parse(said ?? '')) },
        { signal },
      ),
    placeholderData: keepPreviousData,
    // It carries personal data: never kept.
    gcTime: 0,
    staleTime: 0,
  })
  const data = said === null ? null : (query.data ?? null)
  const [pages, setPages] = useState(1)
  const name = data === null ? t('acts.letter.title') : t(`terms:letter.${data.letter}`)
  return (
    <div className="act-letter">
      <header>
        <b>{name}</b>
        <span className="small muted">{t('acts.letter.note')}</span>
      </header>
      <div className="act-letter-desk" tabIndex={0} role="region" aria-label={t('acts.letter.title')}>
        {query.error !== null ? (
          <Banner tone="problem" title={errorText(query.error).text} code={errorText(query.error).code} />
        ) : data === null ? (
          <p className="muted">{reason ?? t(query.isFetching ? 'acts.letter.making' : 'acts.letter.none')}</p>
        ) : (
          <div className="act-letter-paper" style={{ height: `calc(${pages} * (297mm + 14px) * 0.7)` }}>
            <div className="act-letter-scaled">
              <LetterSheets data={data} onLaidOut={setPages} />
            </div>
          </div>
        )}
      </div>
    </div>
  )
}
