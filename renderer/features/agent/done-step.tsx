import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { useErrandContext } from './errand-context.ts'

interface DoneStepProps {
  readonly caseNo: string
  readonly onNext: () => void
}

/** It is kept: its number, the receipt for the resident, and the next one. */
export function DoneStep({ caseNo, onNext }: DoneStepProps) {
  const { t } = useTranslation('agent')
  const { intake, printReceipt, printing } = useErrandContext()
  const { form } = intake
  const { go } = useNavigation()
  const openCase = () => go({ page: 'case', id: form.caseId })
  useKeys([
    { keys: 'F2', label: t('done.next'), run: onNext },
    { keys: 'F6', label: t('done.print'), run: printReceipt, enabled: !printing },
    { keys: 'Ctrl O', label: t('done.open'), run: openCase },
  ])
  return (
    <section className="errand-done" aria-label={t('done.title')}>
      <h1>
        <Mark name="done" /> {t('done.title')}
      </h1>
      <p className="errand-say">{form.matter?.kind === 'service' ? form.matter.item.name : ''}</p>
      <p className="muted">{t('done.number')}</p>
      <p className="errand-number num" role="status">
        {caseNo}
      </p>
      <p className="errand-say">{t('done.say')}</p>
      <div className="row">
        <Button variant="primary" keys="F2" autoFocus onPress={onNext}>
          {t('done.next')}
        </Button>
        <Button keys="F6" icon="print" busy={printing} onPress={printReceipt}>
          {t('done.print')}
        </Button>
        <Button keys="Ctrl O" onPress={openCase}>
          {t('done.open')}
        </Button>
      </div>
    </section>
  )
}
