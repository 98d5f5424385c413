import { useTranslation } from 'react-i18next'
import type { ServiceCase } from '../../../../domain/service/service-state.ts'
import { maskName } from '../../../../domain/identity/mask.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Facts } from './facts.tsx'

/** What was decided, the result document with its number, validity and holder, and what is paid or owed. Nothing before the decision. */
export function OutcomePanel({ state }: { readonly state: ServiceCase }) {
  const { t } = useTranslation(['cases', 'terms'])
  const { decision, certificate, revocation, applicant } = state
  if (decision === null) return null
  const holder = applicant.kind === 'person' ? maskName(applicant.name) : applicant.name
  return (
    <Panel title={t('outcome.title')}>
      <Facts
        facts={[
          [t('outcome.decision'), t(`outcome.result.${decision.result}`, { date: dateWithWeekday(decision.on) })],
          [t('outcome.signedBy'), decision.signedBy],
          [t('outcome.reasons'), decision.reasons],
          [t('outcome.opinion'), decision.opinion],
          [t('outcome.lateReason'), decision.lateReason],
          [t('outcome.certificate'), certificate?.name ?? null],
          [t('outcome.number'), certificate?.number ?? null],
          [t('outcome.holder'), certificate === null ? null : holder],
          [t('outcome.issuer'), certificate?.organ ?? null],
          [
            t('outcome.valid'),
            certificate === null
              ? null
              : certificate.validUntil === null
                ? t('outcome.validFrom', { from: certificate.validFrom })
                : t('outcome.validTo', { from: certificate.validFrom, to: certificate.validUntil }),
          ],
          [
            t('outcome.copies'),
            certificate === null
              ? null
              : t('outcome.copiesText', { originals: certificate.originals, duplicates: certificate.duplicates }),
          ],
          [
            t('outcome.revoked'),
            revocation === null
              ? null
              : t('outcome.revokedText', { date: dateWithWeekday(revocation.on), reasons: revocation.reasons }),
          ],
        ]}
      />
    </Panel>
  )
}
