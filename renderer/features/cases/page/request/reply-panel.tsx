import { useTranslation } from 'react-i18next'
import type { DisclosureCase } from '../../../../../domain/disclosure/disclosure-state.ts'
import { fieldLabel, valueText } from '../../../../i18n/act-form-text.ts'
import { dateWithWeekday } from '../../../../i18n/dates.ts'
import { Panel } from '../../../../ui/panel.tsx'
import { Facts } from '../facts.tsx'
import { factLines } from './fact-lines.tsx'
import { deliveryText, remedyPeriodText, remedyText } from './reply-text.ts'
import { groundText, ownRecordText, partText } from './draft-text.ts'

const at = 'disclosure.draft.reply'

/**
 * The reply as it stands: what is answered and why, who has reviewed and signed it, how it reached the applicant and what he can do against
 * it. Whoever reviews or signs reads it here. Nothing before there is a draft.
 */
export function ReplyPanel({ state }: { readonly state: DisclosureCase }) {
  const { t } = useTranslation(['cases', 'terms'])
  const { draft, reviews, signed, deliveries, reconsiderations, litigations } = state
  if (draft === null) return null
  const given = draft.parts.filter(({ kind }) => kind === 'disclosed')
  const withheld = draft.parts.filter(({ kind }) => kind === 'withheld')
  return (
    <Panel
      className="request-facts"
      title={t('reply.title')}
      note={signed === null ? t('reply.draft') : t('reply.signed', { date: dateWithWeekday(signed.on) })}
    >
      <Facts
        facts={[
          [t('reply.outcome'), valueText(`${at}.outcome`, draft.outcome)],
          [fieldLabel(`${at}.detail`), draft.detail === null ? null : valueText(`${at}.detail`, draft.detail)],
          [fieldLabel(`${at}.grounds`), factLines(draft.grounds.map(groundText))],
          [t('reply.given'), factLines(given.map(partText))],
          [t('reply.withheld'), factLines(withheld.map(partText))],
          [fieldLabel(`${at}.ownRecord`), draft.ownRecord === null ? null : ownRecordText(draft.ownRecord)],
          [
            fieldLabel(`${at}.competentOrgan`),
            draft.competentOrgan === null ? null : t('reply.organ', { ...draft.competentOrgan }),
          ],
          [fieldLabel(`${at}.access`), draft.access],
          [fieldLabel(`${at}.searchRecord`), draft.searchRecord],
          [fieldLabel(`${at}.earlierCaseNo`), draft.earlierCaseNo],
          [
            t('reply.reviews'),
            factLines(
              reviews.map(({ review, reviewer, opinion, on }) =>
                t('reply.review', {
                  review: valueText('disclosure.record_review.review', review),
                  date: dateWithWeekday(on),
                  name: reviewer.name,
                  title: reviewer.title,
                  opinion,
                }),
              ),
            ),
          ],
          [t('reply.signer'), signed === null ? null : t('reply.signerText', { ...signed.by })],
          [t('reply.deliveries'), factLines(deliveries.map(deliveryText))],
          [t('reply.remedies'), remedyPeriodText(state)],
          [t('reply.reconsideration'), factLines(reconsiderations.map(remedyText))],
          [t('reply.litigation'), factLines(litigations.map(remedyText))],
        ]}
      />
    </Panel>
  )
}
