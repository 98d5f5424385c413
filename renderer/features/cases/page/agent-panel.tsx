import { useTranslation } from 'react-i18next'
import type { Representative } from '../../../../domain/case/applicant.ts'
import { maskPhone } from '../../../../domain/identity/mask.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Facts } from './facts.tsx'

/** Who acts for the applicant, what he may do, and until when. */
export function AgentPanel({ agent }: { readonly agent: Representative }) {
  const { t } = useTranslation(['cases', 'terms'])
  const { phone, agentRelation, authorityKind, authority, matters, validFrom, validUntil, originalSeen } = agent
  return (
    <Panel title={t('agent.title')}>
      <Facts
        facts={[
          [t('agent.phone'), phone === null ? null : maskPhone(phone)],
          [t('agent.relation'), agentRelation === undefined ? null : t(`terms:agentRelation.${agentRelation}`)],
          [
            t('agent.authority'),
            authorityKind === undefined
              ? authority
              : t('agent.authorityOf', { kind: t(`terms:authorityKind.${authorityKind}`), authority }),
          ],
          [t('agent.matters'), matters ?? null],
          [
            t('agent.term'),
            [
              ...(validFrom === undefined ? [] : [t('agent.from', { date: validFrom })]),
              validUntil === null ? t('agent.open') : t('agent.until', { date: validUntil }),
            ].join(''),
          ],
          [t('agent.original'), originalSeen === true ? t('agent.seen') : null],
        ]}
      />
    </Panel>
  )
}
