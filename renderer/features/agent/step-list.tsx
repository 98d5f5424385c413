import { useTranslation } from 'react-i18next'
import { maskName } from '../../../domain/identity/mask.ts'
import { agencySteps, type AgencyFields, type AgencyStep } from '../../intake/model/agency-fields.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Intake } from '../../intake/intake-context.ts'
import { useErrandContext } from './errand-context.ts'
import { unansweredLines } from './model/errand-gaps.ts'

/** Where the errand is: every step by its number, those that are done with what was said in them. */
export function StepList({ now }: { readonly now: AgencyStep }) {
  const { t } = useTranslation('agent')
  const { intake, agency, gaps, goTo } = useErrandContext()
  const at = agencySteps.indexOf(now)
  const details = stepDetails(t, intake, agency)
  return (
    <ol className="errand-steps" aria-label={t('steps.label')}>
      {agencySteps.map((step, n) => {
        const isDone = now === 'done' || (n < at && !gaps.some((gap) => gap.step === step))
        const state = step === now ? 'now' : isDone ? 'ok' : 'todo'
        const detail = details[step] ?? ''
        const canGo = step !== 'done' && now !== 'done' && intake.session.phase === 'editing' && n < at
        const words = (
          <>
            <span className="errand-dot" aria-hidden="true">
              {isDone && step !== now ? <Icon name="check" /> : n + 1}
            </span>
            <span>
              {t(`steps.${step}`)}
              {detail === '' ? null : <small>{detail}</small>}
            </span>
          </>
        )
        return (
          <li key={step} className={state} aria-current={step === now ? 'step' : undefined}>
            {canGo ? (
              <button type="button" onClick={() => goTo(step)}>
                {words}
              </button>
            ) : (
              <span className="errand-step">{words}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

type Translate = ReturnType<typeof useTranslation<'agent'>>['t']

/** What was said in each step, as little as tells it: people look over his shoulder. */
const stepDetails = (
  t: Translate,
  { form }: Intake,
  agency: AgencyFields,
): Readonly<Partial<Record<AgencyStep, string>>> => {
  const { matter, applicant, materials } = form
  const name = applicant.name.trim()
  const answered = materials.length - unansweredLines(form).length
  return {
    item: matter?.kind === 'service' ? matter.item.name : '',
    resident: name === '' ? '' : t('steps.residentDetail', { name: maskName(name), village: applicant.village }),
    mandate: agency.signature === null ? '' : t(`mandate.signed.${agency.signature.kind}`),
    papers: matter === null ? '' : t('steps.papersDetail', { n: materials.length, answered }),
  }
}
