import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { SoftValue } from '../../../../domain/case/soft-fields.ts'
import { Button } from '../../../ui/button.tsx'
import { useToast } from '../../../ui/toast-store.ts'
import { useAct } from './use-act.ts'

/** Puts a value back that somebody wrote over without having seen it; it is named by its clock, so nothing has to be unmasked. */
export function RestoreButton({ state, value }: { readonly state: CaseState; readonly value: SoftValue }) {
  const { t } = useTranslation('cases')
  const toast = useToast()
  const { perform, busy, failure } = useAct(state, () => toast({ kind: 'done', text: t('reach.restored') }))
  return (
    <>
      {failure === null ? null : <small role="alert">{failure.text}</small>}
      <Button
        size="sm"
        busy={busy}
        label={t(`reach.fields.${value.field}`)}
        onPress={() => perform({ kind: 'case.restore_field', field: value.field, stamp: value.stamp })}
      >
        {t('reach.restore')}
      </Button>
    </>
  )
}
