import { toleratedOf } from '../../../domain/service/materials.ts'
import { articleText } from '../../i18n/article-text.ts'
import { longDate } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/setup.ts'
import type { ComposeLetter } from '../letter-content.ts'
import { addresseeBlock, itemRow, partyRow } from './common-parts.tsx'
import { Facts, Paragraph } from './facts.tsx'
import { datedText } from './limit-text.ts'
import { receivedBlock, receivedOf } from './material-rows.ts'
import { expectService, isLicence, sealOf } from './service-parts.tsx'

/** 收取申请材料凭证: proves what was handed in and when; whether it is accepted is another letter's matter. */
export const serviceReceipt: ComposeLetter = (data) => {
  const state = expectService(data.state)
  const { item, materials } = state.intake
  const received = receivedOf(materials)
  const tolerated = toleratedOf(materials)
  const pieces = received.reduce((sum, line) => sum + line.received, 0)
  return {
    title: i18n.t('letters:receipt.title'),
    blocks: [
      addresseeBlock(state.applicant),
      {
        kind: 'solid',
        node: (
          <Paragraph>
            {i18n.t('letters:receipt.body', { item: item.name, lines: received.length, pieces })}
            {i18n.t('letters:receipt.onlyReceipt')}
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
                i18n.t('letters:field.receivedOn'),
                datedText(state.arrivedOn),
                i18n.t('letters:field.inquiry'),
                data.window?.phone ?? data.center.phone ?? i18n.t('letters:value.notGiven'),
              ],
              partyRow(state),
            ]}
          />
        ),
      },
      ...(received.length + tolerated.length === 0
        ? [{ kind: 'solid', node: <Paragraph>{i18n.t('letters:material.nothing')}</Paragraph> } as const]
        : [receivedBlock(materials)]),
      {
        kind: 'solid',
        node: (
          <Paragraph>
            {state.clockStart !== null
              ? i18n.t('letters:receipt.accepted', { date: longDate(state.clockStart) })
              : state.noticeOn === null
                ? ''
                : i18n.t('letters:receipt.waiting', { date: longDate(state.noticeOn) })}
            {isLicence(state) ? i18n.t('letters:receipt.deemed', { article: articleText('licensing:32(1)(4)') }) : ''}
          </Paragraph>
        ),
      },
    ],
    closing: { organ: item.organ, on: longDate(state.arrivedOn), seal: sealOf(state), signed: true },
    notes: [i18n.t('letters:foot.two')],
  }
}
