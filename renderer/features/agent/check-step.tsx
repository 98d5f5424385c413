import { useTranslation } from 'react-i18next'
import { maskIdNumber, maskPhone } from '../../../domain/identity/mask.ts'
import { refusalText } from '../../i18n/refusal-text.ts'
import { SimilarSection } from '../../intake/similar-section.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Note } from '../../ui/panel.tsx'
import { useErrandContext } from './errand-context.ts'
import { workSteps } from './model/errand-gaps.ts'

/** Everything once more before it is handed in, read out to the resident; what is wanting leads back to its step. */
export function CheckStep() {
  const { t } = useTranslation(['agent', 'terms'])
  const { intake, agency, gaps, goTo } = useErrandContext()
  const { form, session, papers } = intake
  const { applicant, representative, matter } = form
  const wanting = workSteps.filter((step) => gaps.some((gap) => gap.step === step))
  const missing = form.materials.filter(({ received }) => received === 0)
  const taken = form.materials.length - missing.length
  const facts: readonly (readonly [string, string])[] = [
    [t('check.matter'), matter?.kind === 'service' ? matter.item.name : ''],
    [t('check.organ'), matter?.kind === 'service' ? matter.item.organ : ''],
    [t('check.resident'), applicant.name],
    [t('check.idNumber'), maskIdNumber(applicant.idNumber)],
    [t('check.phone'), maskPhone(applicant.phone)],
    [t('check.village'), applicant.village],
    [t('check.agent'), representative.name],
    [t('check.authority'), representative.authority],
    [t('check.until'), representative.validUntil],
    [t('check.signature'), agency.signature === null ? '' : t(`mandate.signed.${agency.signature.kind}`)],
    [t('check.papers'), t('check.papersOf', { taken, all: form.materials.length, photos: papers.list.length })],
  ]
  return (
    <>
      <h1>{t('check.title')}</h1>
      <p className="errand-say">{t('check.say')}</p>
      {wanting.map((step) => (
        <Banner
          key={step}
          tone="accent"
          title={t(`check.wanting.${step}`)}
          actions={<Button onPress={() => goTo(step)}>{t('check.go', { step: t(`steps.${step}`) })}</Button>}
        />
      ))}
      {session.refusal === null ? null : <Banner tone="problem" title={refusalText(session.refusal)} />}
      <FactList facts={facts} />
      {missing.length === 0 ? null : (
        <Note>{t('check.missing', { names: missing.map(({ name }) => name).join(t('listMark')) })}</Note>
      )}
      <SimilarSection />
    </>
  )
}
