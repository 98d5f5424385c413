import { useTranslation } from 'react-i18next'
import type { DisclosureCase } from '../../../../../domain/disclosure/disclosure-state.ts'
import { valueText } from '../../../../i18n/act-form-text.ts'
import { dateWithWeekday } from '../../../../i18n/dates.ts'
import { Panel } from '../../../../ui/panel.tsx'
import { type Fact, Facts } from '../facts.tsx'
import { factLines } from './fact-lines.tsx'

/** What happened to a request besides its reply: what was asked of the applicant, longer times asked for and given. Nothing while nothing did. */
export function HandlingPanel({ state }: { readonly state: DisclosureCase }) {
  const { t } = useTranslation('cases')
  const facts = useHandlingFacts(state)
  return facts.every(([, value]) => value === null || value === '') ? null : (
    <Panel title={t('handling.title')} className="request-facts">
      <Facts facts={facts} />
    </Panel>
  )
}

const useHandlingFacts = (state: DisclosureCase): readonly Fact[] => {
  const { t } = useTranslation('cases')
  const { assignment, extensionRequest, consents, correction, reasonRequest, delay, help, publication, redo } = state
  const { ending, draft } = state
  const lines = (texts: readonly (string | null)[]) => factLines(texts.filter((text) => text !== null))
  return [
    [
      t('handling.assigned'),
      assignment === null ? null : [assignment.unit, assignment.handler].filter((part) => part !== null).join(' '),
    ],
    [
      t('handling.extensionAsked'),
      extensionRequest === null
        ? null
        : t('handling.extensionAskedText', {
            date: dateWithWeekday(extensionRequest.on),
            n: extensionRequest.days,
            reason: extensionRequest.reason,
          }),
    ],
    [
      t('handling.extended'),
      lines(
        consents.map(({ days, reason, approver, approvedOn }) =>
          t('handling.extendedText', { date: dateWithWeekday(approvedOn), n: days, ...approver, reason }),
        ),
      ),
    ],
    [
      t('handling.correction'),
      correction === null
        ? null
        : lines([
            t('handling.correctionAsked', {
              on: dateWithWeekday(correction.noticeOn),
              by: dateWithWeekday(correction.correctBy),
              items: correction.items.join(t('reply.list')),
            }),
            correction.received === null
              ? null
              : t('handling.correctionCame', {
                  date: dateWithWeekday(correction.received.on),
                  content: correction.received.content,
                }),
          ]),
    ],
    [
      t('handling.reasons'),
      reasonRequest === null
        ? null
        : lines([
            t('handling.reasonsAsked', {
              on: dateWithWeekday(reasonRequest.askedOn),
              by: dateWithWeekday(reasonRequest.reasonBy),
              finding: reasonRequest.finding,
            }),
            reasonRequest.answer === null
              ? null
              : reasonRequest.answer.reason === null
                ? t('handling.reasonsNone', { finding: reasonRequest.answer.finding })
                : t('handling.reasonsCame', {
                    date: dateWithWeekday(reasonRequest.answer.on),
                    reason: reasonRequest.answer.reason,
                    finding: reasonRequest.answer.finding,
                  }),
          ]),
    ],
    [t('handling.delay'), delay === null ? null : t('handling.delayText', { n: delay.days, reason: delay.reason })],
    [
      t('handling.help'),
      lines(help.map(({ on, what }) => t('handling.helpText', { date: dateWithWeekday(on), what }))),
    ],
    [
      t('handling.publication'),
      publication === null
        ? null
        : t('handling.publicationText', {
            date: dateWithWeekday(publication.on),
            by: valueText('disclosure.suggest_publication.by', publication.by),
            reason: publication.reason,
          }),
    ],
    [
      t('handling.redo'),
      redo === null ? null : t(`handling.redoText.${redo.by}`, { date: dateWithWeekday(redo.receivedOn) }),
    ],
    // With a reply it stands there.
    [
      t('handling.ended'),
      ending === null || draft !== null
        ? null
        : lines([valueText('disclosure.draft.reply.outcome', ending.outcome), ending.reason]),
    ],
  ]
}
