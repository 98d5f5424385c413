import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { findCategory } from '../../../domain/record/publication/categories.ts'
import { publicationDuties } from '../../../domain/record/publication/duties.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import { articleText } from '../../i18n/article-text.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { workCalendar } from '../../work-calendar.ts'
import { optionText } from './entry-words.ts'

export function EntryFacts({ entry, today }: { readonly entry: Publication; readonly today: PlainDate }) {
  const { t } = useTranslation('catalogue')
  const { content, review, withholding, consultation, deposits, releases, origin } = entry
  const validity = entry.validity.at(-1)
  return (
    <>
      <FactList
        facts={[
          ...publicationDuties(entry, workCalendar())
            .map(
              ({ kind, due, article }) =>
                [
                  t('detail.duties'),
                  [
                    t(due < today ? 'detail.dutyLate' : 'detail.dutyText', {
                      what: t(`duties.${kind}`),
                      date: dateWithWeekday(due),
                    }),
                    article === null ? '' : articleText(article),
                  ].join(' '),
                ] as const,
            )
            .slice(0, 1),
          [t('detail.category'), `${content.category} ${findCategory(content.category)?.title ?? ''}`],
          [t('detail.organ'), content.organ],
          [t('detail.documentNo'), content.documentNo],
          [t('detail.madeOn'), content.madeOn],
          [t('detail.summary'), content.summary],
          [t('detail.keywords'), content.keywords.join(t('join'))],
          [t('detail.link'), content.link],
          [t('detail.origin'), origin.kind === 'own' ? null : t('detail.suggestion')],
          [
            t('detail.review'),
            review === null
              ? null
              : t('detail.reviewText', {
                  date: review.reviewedOn,
                  unit: review.unit,
                  reviewer: review.reviewer,
                  opinion: review.opinion,
                }),
          ],
          [
            t('detail.consulted'),
            consultation === null || entry.status !== 'consulting'
              ? null
              : t('detail.consultedText', { authority: consultation.authority, date: consultation.answerBy }),
          ],
          [
            t('detail.withheld'),
            withholding === null || entry.status !== 'withheld'
              ? null
              : t('detail.withheldText', {
                  ground: optionText('ground', withholding.ground),
                  date: withholding.nextBy,
                }),
          ],
          [t('detail.lateReason'), entry.lateReason],
          [
            t('detail.validity'),
            validity === undefined ? null : `${optionText('validity', validity.validity)} ${validity.since}`,
          ],
        ]}
      />
      {releases.length === 0 ? null : (
        <section className="bd-part">
          <h3>{t('detail.released')}</h3>
          <ul>
            {releases.map(({ channel, place, publishedOn }) => (
              <li key={`${channel} ${place} ${publishedOn}`}>
                {t('detail.releasedText', { date: publishedOn, channel: optionText('channel', channel), place })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {deposits.length === 0 ? null : (
        <section className="bd-part">
          <h3>{t('detail.deposits')}</h3>
          <ul>
            {deposits.map(({ place, listNo, receipt }) => (
              <li key={`${place} ${listNo}`}>
                {t('detail.depositText', {
                  place: optionText('depositPlace', place),
                  listNo,
                  state:
                    receipt === null ? t('detail.depositOwed') : t('detail.depositDone', { date: receipt.receivedOn }),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
