import type { RefusalGround } from '../../../domain/service/service-intake.ts'
import { articleText } from '../../i18n/article-text.ts'
import { longDate } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/setup.ts'
import { type ComposeLetter, paragraphBlocks } from '../letter-content.ts'
import { addresseeBlock, itemRow, partyRow } from './common-parts.tsx'
import { Facts, Paragraph, Strong } from './facts.tsx'
import { basisText, expectService, isLicence, sealOf } from './service-parts.tsx'

/** 行政许可法 art. 32 names two grounds; the third rests on the conditions of the item alone. */
const grounds = {
  no_licence_needed: 'licensing:32(1)(1)',
  not_this_organ: 'licensing:32(1)(2)',
  not_eligible: null,
} as const satisfies Record<RefusalGround, string | null>

/** 不予受理通知书, 行政许可法 arts. 32(1)(1)–(2), 32(2): the decision with its reasons and remedies. */
export const serviceRefusal: ComposeLetter = (data) => {
  const state = expectService(data.state)
  const { item } = state.intake
  if (state.refusal === null) throw new Error('a refusal letter needs a refused case')
  const { ground, explanation } = state.refusal
  const article = grounds[ground]
  const basis = [isLicence(state) && article !== null ? articleText(article) : '', basisText(state)].filter(
    (part) => part !== '',
  )
  return {
    title: i18n.t('letters:refusal.title'),
    blocks: [
      addresseeBlock(state.applicant),
      {
        kind: 'solid',
        node: (
          <Paragraph>
            {i18n.t('letters:refusal.body', {
              arrived: longDate(state.arrivedOn),
              item: item.name,
              ground: i18n.t(`letters:refusal.ground.${ground}`),
            })}
            {basis.length === 0
              ? i18n.t('letters:refusal.decidedPlain')
              : i18n.t('letters:refusal.decided', { basis: basis.join(i18n.t('letters:and')) })}
            <Strong>{i18n.t('letters:refusal.refused')}</Strong>
            {i18n.t('letters:stop')}
          </Paragraph>
        ),
      },
      {
        kind: 'solid',
        node: <Facts rows={[itemRow(item), partyRow(state)]} />,
      },
      { kind: 'solid', node: <p className="letter-sub">{i18n.t('letters:refusal.reason')}</p> },
      ...paragraphBlocks(explanation),
      {
        kind: 'solid',
        node: (
          <>
            <p className="letter-sub">{i18n.t('letters:refusal.remedy')}</p>
            <Paragraph>{i18n.t('letters:refusal.remedies')}</Paragraph>
            <Paragraph>{i18n.t('letters:refusal.returned')}</Paragraph>
          </>
        ),
      },
    ],
    closing: { organ: item.organ, on: longDate(state.closedOn ?? state.arrivedOn), seal: sealOf(state), signed: true },
    notes: [i18n.t('letters:foot.two')],
  }
}
