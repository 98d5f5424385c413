import { currentWorkCalendar } from '../../../domain/calendar/state-council.ts'
import { caseClocks } from '../../../domain/case/clocks.ts'
import { toleratedOf } from '../../../domain/service/materials.ts'
import { articleText } from '../../i18n/article-text.ts'
import { longDate } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/setup.ts'
import type { ComposeLetter } from '../letter-content.ts'
import { addresseeBlock, itemRow, partyRow } from './common-parts.tsx'
import { Facts, Paragraph, Strong } from './facts.tsx'
import { dueText, feeText } from './limit-text.ts'
import { receivedBlock, receivedOf } from './material-rows.ts'
import { basisText, expectService, isLicence, sealOf } from './service-parts.tsx'
import { WhyBlock } from './why-block.tsx'

/** 受理通知书, 行政许可法 art. 32(1)(5) and 32(2): a dated voucher with both limits and what was handed in. */
export const serviceAcceptance: ComposeLetter = (data) => {
  const state = expectService(data.state)
  const { item, materials, pickup } = state.intake
  const clocks = caseClocks(state, currentWorkCalendar)
  const tolerated = toleratedOf(materials)
  const accepted = state.clockStart ?? state.arrivedOn
  const basis = [isLicence(state) ? articleText('licensing:32(1)(5)') : '', basisText(state)].filter(
    (part) => part !== '',
  )
  return {
    title: i18n.t('letters:acceptance.title'),
    blocks: [
      addresseeBlock(state.applicant),
      {
        kind: 'solid',
        node: (
          <Paragraph>
            {i18n.t('letters:acceptance.applied', { arrived: longDate(state.arrivedOn), item: item.name })}
            {state.noticeOn === null ? '' : i18n.t('letters:acceptance.supplied', { accepted: longDate(accepted) })}
            {tolerated.length === 0
              ? i18n.t('letters:acceptance.examined')
              : i18n.t('letters:acceptance.examinedTolerated', { n: tolerated.length })}
            {basis.length === 0
              ? i18n.t('letters:acceptance.decidedPlain')
              : i18n.t('letters:acceptance.decided', { basis: basis.join(i18n.t('letters:and')) })}
            <Strong>{longDate(accepted)}</Strong>
            {i18n.t('letters:stop')}
          </Paragraph>
        ),
      },
      {
        kind: 'solid',
        node: (
          <Facts
            rows={[
              itemRow(item),
              [
                i18n.t('letters:field.promisedDue'),
                <Strong key="promised">{dueText(clocks.promised, i18n.t('letters:value.noPromise'))}</Strong>,
                i18n.t('letters:field.statutoryDue'),
                <Strong key="statutory">{dueText(clocks.statutory, i18n.t('letters:value.noStatutory'))}</Strong>,
              ],
              [
                i18n.t('letters:field.fee'),
                feeText(item.fee),
                i18n.t('letters:field.pickup'),
                i18n.t(`terms:pickup.${pickup}`),
              ],
              partyRow(state),
            ]}
          />
        ),
      },
      { kind: 'solid', node: <WhyBlock clocks={clocks} licence={isLicence(state)} /> },
      ...(receivedOf(materials).length + tolerated.length === 0 ? [] : [receivedBlock(materials)]),
    ],
    closing: { organ: item.organ, on: longDate(accepted), seal: sealOf(state), signed: true },
    notes: [i18n.t('letters:foot.overdue'), i18n.t('letters:foot.two')],
  }
}
