import { useTranslation } from 'react-i18next'
import type { Role } from '../../../../domain/case/role.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { Panel } from '../../../ui/panel.tsx'

/** An act that is open for the case as it stands. */
export interface OpenAct {
  readonly name: 'supply' | 'confirm'
  /** The role may not do it: shown with its reason, never hidden. */
  readonly forbidden: Role | null
}

export interface ActsPanelProps {
  readonly act: OpenAct | null
  readonly closed: boolean
  readonly onRun: () => void
}

/** What can be done now; what cannot says why. */
export function ActsPanel({ act, closed, onRun }: ActsPanelProps) {
  const { t } = useTranslation(['cases', 'terms'])
  if (act === null) {
    return (
      <Panel title={t('acts.title')}>
        <p>{t('acts.none')}</p>
        <p className="small muted">{t(closed ? 'acts.closedText' : 'acts.noneText')}</p>
      </Panel>
    )
  }
  const { name, forbidden } = act
  return (
    <Panel title={t('acts.title')} padded={false}>
      <button
        type="button"
        className={`act ${forbidden === null ? 'main' : 'no'}`}
        aria-disabled={forbidden !== null}
        aria-keyshortcuts="F9"
        onClick={forbidden === null ? onRun : undefined}
      >
        <b>{t(`acts.${name}`)}</b>
        {forbidden === null ? <KeyHint keys="F9" /> : null}
        <small>
          {forbidden === null ? t(`acts.${name}Text`) : t('acts.role', { role: t(`terms:role.${forbidden}`) })}
        </small>
      </button>
    </Panel>
  )
}
