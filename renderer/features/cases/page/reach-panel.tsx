import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { Role } from '../../../../domain/case/role.ts'
import { type SoftField, overwritten, softValue, writerOf } from '../../../../domain/case/soft-fields.ts'
import { mayPerform } from '../../../../domain/case/workflow.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ReachDialog } from '../acts/reach-dialog.tsx'
import { RestoreButton } from '../acts/restore-button.tsx'

/** How the applicant is reached, and the remark: changed here at any time. A value that was written over unseen is put back by one press. */
export function ReachPanel({ state, role }: { readonly state: CaseState; readonly role: Role }) {
  const { t } = useTranslation('cases')
  const [changing, setChanging] = useState<SoftField | null>(null)
  const may = mayPerform(role, 'case.set_contact') && state.status !== 'voided'
  const lost = overwritten(state)
  return (
    <Panel title={t('reach.title')} padded={false}>
      <ul className="case-lines">
        {shownFields(state).map((field) => (
          <li key={field}>
            <span className="grow">
              <small>{t(`reach.fields.${field}`)}</small>
              {softValue(state, field) ?? <span className="muted">{t('reach.none')}</span>}
            </span>
            {may ? (
              <Button size="sm" variant="quiet" label={t(`reach.fields.${field}`)} onPress={() => setChanging(field)}>
                {t('reach.change')}
              </Button>
            ) : null}
          </li>
        ))}
        {lost.map(({ lost: value, by }) => (
          <li key={value.stamp}>
            <span className="grow">
              {t('reach.overwritten', {
                field: t(`reach.fields.${value.field}`),
                value: value.value ?? t('reach.none'),
                device: writerOf(by) ?? '',
              })}
            </span>
            {may ? <RestoreButton state={state} value={value} /> : null}
          </li>
        ))}
      </ul>
      {changing === null ? null : (
        <ReachDialog key={changing} state={state} field={changing} onClose={() => setChanging(null)} />
      )}
    </Panel>
  )
}

/** Whoever gave no name leaves a telephone at most. */
const shownFields = ({ applicant }: CaseState): readonly Exclude<SoftField, 'village'>[] =>
  applicant.name === '' ? ['phone', 'remark'] : ['phone', 'address', 'contactName', 'remark']
