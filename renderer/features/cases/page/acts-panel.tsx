import { useTranslation } from 'react-i18next'
import type { CaseActKind } from '../../../../domain/case/case-act.ts'
import { roles } from '../../../../domain/case/role.ts'
import { operationText } from '../../../i18n/operation-text.ts'
import { refusalText } from '../../../i18n/refusal-text.ts'
import { Button } from '../../../ui/button.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { actEffectText } from '../acts/act-text.ts'
import { actKey } from '../acts/act-keys.ts'
import { hasMainStep, type OpenAct, type OpenActs } from '../acts/open-acts.ts'

export interface ActsPanelProps {
  readonly acts: OpenActs
  readonly closed: boolean
  readonly onRun: (kind: CaseActKind) => void
}

/** What can be done now, the likeliest first; and whose turn it is where nothing can be done here. */
export function ActsPanel({ acts, closed, onRun }: ActsPanelProps) {
  const { t } = useTranslation(['cases', 'terms'])
  const { steps, always, others } = acts
  const hasMain = hasMainStep(acts)
  return (
    <Panel title={t('acts.title')} padded={false}>
      {steps.map((act, at) => (
        <button
          key={act.kind}
          type="button"
          className={act.refusal !== null ? 'act no' : hasMain && at === 0 ? 'act main' : 'act'}
          {...(actKey(at, hasMain) === '' ? {} : { 'aria-keyshortcuts': actKey(at, hasMain) })}
          onClick={() => onRun(act.kind)}
        >
          <b>{operationText(act.kind)}</b>
          {actKey(at, hasMain) === '' ? null : <KeyHint keys={actKey(at, hasMain)} />}
          <small>{act.refusal === null ? actEffectText(act) : refusalText(act.refusal)}</small>
        </button>
      ))}
      {steps.length > 0 ? null : (
        <div className="panel-body">
          <p>{t('acts.none')}</p>
          <p className="small muted">{t(closed ? 'acts.closedText' : 'acts.noneText')}</p>
        </div>
      )}
      {others.length === 0 ? null : <OthersTurn acts={others} />}
      {always.length === 0 ? null : (
        <div className="acts-always">
          <h3>{t('acts.more')}</h3>
          {always.map(({ kind }) => (
            <Button key={kind} size="sm" variant="quiet" onPress={() => onRun(kind)}>
              {operationText(kind)}
            </Button>
          ))}
        </div>
      )}
    </Panel>
  )
}

function OthersTurn({ acts }: { readonly acts: readonly OpenAct[] }) {
  const { t } = useTranslation(['cases', 'terms'])
  const whose = roles.filter((role) => acts.some(({ lines }) => lines.some((line) => line.roles.includes(role))))
  return (
    <p className="acts-others small muted">
      {t('acts.others', {
        roles: whose.map((role) => t(`terms:role.${role}`)).join(t('acts.list')),
        acts: acts.map(({ kind }) => operationText(kind)).join(t('acts.list')),
      })}
    </p>
  )
}
