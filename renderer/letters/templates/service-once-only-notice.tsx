import { currentWorkCalendar } from '../../../domain/calendar/state-council.ts'
import { onceOnlyNoticeDue } from '../../../domain/case/clocks.ts'
import { gapsOf, toleratedOf } from '../../../domain/service/materials.ts'
import { articleText } from '../../i18n/article-text.ts'
import { longDate } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/setup.ts'
import type { ComposeLetter } from '../letter-content.ts'
import { addresseeBlock } from './common-parts.tsx'
import { Facts, Paragraph, Strong } from './facts.tsx'
import { datedText, feeText, itemLimitsText } from './limit-text.ts'
import { receivedOf, wantedBlock } from './material-rows.ts'
import { basisText, expectService, isLicence, sealOf } from './service-parts.tsx'

/** 一次性告知书, 行政许可法 art. 32(1)(4): everything that is missing, once, with basis, limit, fee, place and rights. */
export const serviceOnceOnlyNotice: ComposeLetter = (data) => {
  const state = expectService(data.state)
  const { item, materials } = state.intake
  const received = receivedOf(materials).length
  const limits = itemLimitsText(item)
  const on = state.noticeOn ?? state.arrivedOn
  const supervision = [data.center.supervisePhone, i18n.t('letters:value.hotline')].filter((phone) => phone !== null)
  return {
    title: i18n.t('letters:notice.title'),
    blocks: [
      addresseeBlock(state.applicant),
      {
        kind: 'solid',
        node: (
          <Paragraph>
            {i18n.t('letters:notice.body', { arrived: longDate(state.arrivedOn), item: item.name })}
            {isLicence(state)
              ? i18n.t('letters:notice.basis', { article: articleText('licensing:32(1)(4)') })
              : i18n.t('letters:notice.basisPlain')}
            {i18n.t('letters:notice.now')}
            <Strong>{i18n.t('letters:notice.all')}</Strong>
            {i18n.t('letters:notice.told')}
          </Paragraph>
        ),
      },
      wantedBlock(gapsOf(materials), toleratedOf(materials)),
      {
        kind: 'solid',
        node: (
          <Paragraph>
            {state.correctBy === null ? (
              i18n.t('letters:notice.whenReady')
            ) : (
              <>
                {i18n.t('letters:notice.until.before')}
                <Strong>{datedText(state.correctBy)}</Strong>
                {i18n.t('letters:notice.until.after')}
              </>
            )}
            {limits === '' ? i18n.t('letters:notice.afterwardsPlain') : i18n.t('letters:notice.afterwards', { limits })}
          </Paragraph>
        ),
      },
      {
        kind: 'solid',
        node: (
          <Facts
            rows={[
              [i18n.t('letters:field.basis'), basisText(state) || i18n.t('letters:value.unlistedBasis')],
              [
                i18n.t('letters:field.fee'),
                feeText(item.fee),
                i18n.t('letters:field.noticeLimit'),
                i18n.t('letters:notice.within', {
                  date: datedText(onceOnlyNoticeDue(state.arrivedOn, currentWorkCalendar)),
                }),
              ],
              [
                i18n.t('letters:field.place'),
                [data.center.address ?? data.center.name, data.window?.name ?? '']
                  .filter((part) => part !== '')
                  .join(i18n.t('letters:blank')),
              ],
              [
                i18n.t('letters:field.inquiry'),
                i18n.t('letters:value.inquiry', {
                  phone: data.window?.phone ?? data.center.phone ?? i18n.t('letters:value.notGiven'),
                  clerk: data.clerkName,
                }),
                i18n.t('letters:field.supervision'),
                supervision.join(i18n.t('letters:and')),
              ],
            ]}
          />
        ),
      },
      {
        kind: 'solid',
        node: (
          <>
            <p className="letter-sub">{i18n.t('letters:notice.rights')}</p>
            <Paragraph>{i18n.t('letters:notice.right.one')}</Paragraph>
            <Paragraph>{i18n.t('letters:notice.right.two')}</Paragraph>
            <Paragraph>{i18n.t('letters:notice.right.three', { center: data.center.name })}</Paragraph>
          </>
        ),
      },
      ...(received === 0
        ? []
        : [
            {
              kind: 'solid',
              node: <Paragraph>{i18n.t('letters:notice.received', { n: received })}</Paragraph>,
            } as const,
          ]),
    ],
    closing: { organ: item.organ, on: longDate(on), seal: sealOf(state), signed: true },
    notes: [i18n.t('letters:foot.two')],
  }
}
