import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../../contract/queries/cases.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { organOf, titleOf } from '../../../../domain/case/titles.ts'
import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import { maskName } from '../../../../domain/identity/mask.ts'
import { i18n } from '../../../i18n/setup.ts'
import { Badge } from '../../../ui/badge.tsx'
import { StepBar } from '../../../ui/step-bar.tsx'
import { stepsOf } from './case-steps.ts'
import { DueBox } from './due-box.tsx'
import { shownId, shownName } from './party-text.ts'

/** What the case is, whose it is, how far it has come and how long it has. */
export function CaseHeader({ detail, clocks }: { readonly detail: CaseDetail; readonly clocks: DualClock }) {
  const { t } = useTranslation(['cases', 'terms'])
  const { state, today } = detail
  const { applicant, representative } = state
  const title = titleOf(state)
  const organ = organOf(state)
  const kind = t(`terms:applicantKind.${applicant.kind}`)
  const id = shownId(applicant)
  return (
    <section className="case-head">
      <div className="case-title">
        <h1>
          {title} <Badge>{kindText(state)}</Badge> <Badge tone="accent">{t(`terms:status.${state.status}`)}</Badge>
        </h1>
        <div className="case-meta">
          <b className="num">{state.caseNo}</b>
          <span>
            {t('page.applicant')} <b>{applicant.name === '' ? t('terms:nameless') : shownName(applicant)}</b>
            {applicant.name === ''
              ? ''
              : id === null
                ? t('page.applicantKind', { kind })
                : t('page.applicantWithId', { kind, id })}
          </span>
          {representative === null ? null : (
            <span>
              {t('page.representative')} <b>{maskName(representative.name)}</b>
            </span>
          )}
          {state.kind !== 'disclosure' || state.history !== null ? null : (
            <>
              <span>{t(`terms:channel.${state.intake.channel}`)}</span>
              <span>
                {t('request.supplyText', {
                  form: t(`terms:supplyForm.${state.intake.supplyForm}`),
                  way: t(`terms:supplyWay.${state.intake.supplyWay}`),
                })}
              </span>
            </>
          )}
          <span>
            {t('page.organ')} <b>{organ}</b>
          </span>
          {detail.flags.includes('time_disputed') ? (
            <Badge tone="ink" mark="diamond">
              {t('page.timeDisputed')}
            </Badge>
          ) : null}
          {detail.sync === 'committed' ? null : (
            <Badge
              tone={detail.sync === 'conflict' ? 'ink' : 'pause'}
              mark={detail.sync === 'conflict' ? 'diamond' : 'dash'}
            >
              {t(`page.${detail.sync}`)}
            </Badge>
          )}
        </div>
      </div>
      <DueBox state={state} clocks={clocks} today={today} />
      <StepBar steps={stepsOf(state, clocks, today)} label={t('page.steps')} />
    </section>
  )
}

/** The kind of item of a request, the type of a complaint (建议 is none), and otherwise the kind of case. */
const kindText = (state: CaseState): string => {
  if (state.kind === 'service') return state.intake.item.kind
  return state.kind === 'complaint'
    ? i18n.t(`terms:complaintType.${state.intake.type}`)
    : i18n.t(`terms:caseKind.${state.kind}`)
}
