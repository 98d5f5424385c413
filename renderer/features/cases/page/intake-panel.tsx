import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { Badge } from '../../../ui/badge.tsx'
import { materialLooks } from '../../../ui/checklist-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { BundlePanel } from './bundle-panel.tsx'
import { ContactPanel } from './contact-panel.tsx'
import { type Fact, Facts } from './facts.tsx'
import { scansOf } from './scans-of.ts'

/** What was handed in: the checklist of a service request, the text of a disclosure request. */
export function IntakePanel({ state }: { readonly state: CaseState }) {
  if (state.kind === 'consultation' || state.kind === 'complaint') return <ContactPanel state={state} />
  if (state.kind === 'bundle') return <BundlePanel state={state} />
  return state.kind === 'service' ? <ServicePanels state={state} /> : <RequestPanel state={state} />
}

function ServicePanels({ state }: { readonly state: Extract<CaseState, { kind: 'service' }> }) {
  const { t } = useTranslation(['cases', 'terms'])
  const { materials, item, pickup, remark } = state.intake
  const idReasons = useIdReasons(state)
  return (
    <>
      <Panel title={t('materials.title')} note={t('materials.count', { n: materials.length })} padded={false}>
        {materials.length === 0 ? <p className="panel-body muted">{t('materials.none')}</p> : null}
        <ul className="case-lines">
          {materials.map((line) => (
            <li key={line.n}>
              <span className="grow">
                {line.n}. {line.name}
                <small>
                  {t(`terms:materialForm.${line.form}`)}{' '}
                  {t('materials.copies', { received: line.received, expected: line.expected })}
                  {line.promisedOn === null
                    ? ''
                    : ` · ${t('materials.promised', { date: dateWithWeekday(line.promisedOn) })}`}
                  {line.note === null ? '' : ` · ${line.note}`}
                  {scansOf(state, line.name) === 0
                    ? ''
                    : ` · ${t('materials.scans', { n: scansOf(state, line.name) })}`}
                </small>
              </span>
              <Badge
                {...materialLooks[line.state]}
                {...(line.state === 'missing' && !line.required ? { tone: 'plain' } : {})}
              >
                {t(`terms:materialState.${line.state}`)}
              </Badge>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('item.title')}>
        <Facts
          facts={[
            [t('item.code'), item.code],
            [t('item.kind'), `${item.kind} · ${t(`terms:handling.${item.handling}`)}`],
            [t('item.basis'), item.legalBasis.join('\n')],
            [t('item.pickup'), t(`terms:pickup.${pickup}`)],
            ...idReasons,
            [t('item.remark'), remark],
            [
              t('item.refusal'),
              state.refusal === null
                ? null
                : `${t(`terms:refusalGround.${state.refusal.ground}`)}\n${state.refusal.explanation}`,
            ],
          ]}
        />
      </Panel>
    </>
  )
}

function RequestPanel({ state }: { readonly state: Extract<CaseState, { kind: 'disclosure' }> }) {
  const { t } = useTranslation(['cases', 'terms'])
  const { intake, applicant } = state
  const idReasons = useIdReasons(state)
  return (
    <Panel title={t('request.title')}>
      <Facts
        facts={[
          [t('request.subject'), intake.subject],
          [t('request.documentNo'), intake.documentNo],
          [t('request.channel'), state.history?.channel === null ? null : t(`terms:channel.${intake.channel}`)],
          [
            t('request.supply'),
            // The row of an old register does not say it.
            state.history === null
              ? t('request.supplyText', {
                  form: t(`terms:supplyForm.${intake.supplyForm}`),
                  way: t(`terms:supplyWay.${intake.supplyWay}`),
                })
              : null,
          ],
          [
            t('request.category'),
            applicant.reportCategory === null ? null : t(`terms:reportCategory.${applicant.reportCategory}`),
          ],
          [t('request.assistance'), intake.assistance ? t('request.assistanceYes') : null],
          ...idReasons,
          [t('request.remark'), intake.remark],
        ]}
      />
    </Panel>
  )
}

/** Why a number is missing or wrong: recorded with the case, so whoever examines it must find it. */
const useIdReasons = ({ applicant, representative }: CaseState): readonly Fact[] => {
  const { t } = useTranslation('cases')
  return [
    [t('idReason.applicant'), applicant.idException],
    [t('idReason.representative'), representative?.idException ?? null],
  ]
}
