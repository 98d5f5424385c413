import { currentWorkCalendar } from '../../../domain/calendar/state-council.ts'
import { parseCaseNo } from '../../../domain/case/case-number.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import type { DisclosureCase } from '../../../domain/disclosure/disclosure-state.ts'
import { caseClocks, correctionNoticeDue } from '../../../domain/case/clocks.ts'
import type { DisclosureIntake } from '../../../domain/disclosure/disclosure-intake.ts'
import { regulationOn } from '../../../domain/disclosure/regulation.ts'
import { isPlainDate, type PlainDate } from '../../../domain/plain-date.ts'
import { articleText, articlesText } from '../../i18n/article-text.ts'
import { longDate } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/setup.ts'
import type { letters } from '../../i18n/zh-cn/letters.ts'
import { type ComposeLetter, paragraphBlocks } from '../letter-content.ts'
import { addresseeBlock } from './common-parts.tsx'
import { Facts, Paragraph, Strong } from './facts.tsx'
import { datedText, daysText, dueText } from './limit-text.ts'
import { contactText, idText, representativeText } from './party-text.ts'
import { WhyBlock } from './why-block.tsx'

/** 政府信息公开申请登记回执: what was registered, when the clock starts and when the reply is due (条例 arts. 29–33). */
export const disclosureReceipt: ComposeLetter = (data) => {
  const state = expectDisclosure(data.state)
  const { intake, applicant } = state
  const clocks = caseClocks(state, currentWorkCalendar)
  const name = (field: keyof typeof letters.disclosure.field): string => i18n.t(`letters:disclosure.field.${field}`)
  return {
    title: i18n.t('letters:disclosure.title'),
    blocks: [
      addresseeBlock(applicant),
      { kind: 'solid', node: <Paragraph>{i18n.t('letters:disclosure.body', { caseNo: state.caseNo })}</Paragraph> },
      {
        kind: 'solid',
        node: (
          <Facts
            rows={[
              [name('organ'), intake.organ, name('channel'), i18n.t(`terms:channel.${intake.channel}`)],
              [
                name('receivedOn'),
                <Strong key="received">
                  {state.clockStart === null ? i18n.t('letters:disclosure.awaiting') : datedText(state.clockStart)}
                </Strong>,
                name('replyDue'),
                <Strong key="due">{dueText(clocks.statutory, i18n.t('letters:disclosure.awaiting'))}</Strong>,
              ],
              [name('arrivedOn'), longDate(intake.arrivedOn), name('category'), categoryText(state)],
              [name('id'), idText(applicant), name('contact'), contactText(applicant)],
              [
                name('supplyForm'),
                i18n.t(`terms:supplyForm.${intake.supplyForm}`),
                name('supplyWay'),
                supplyWayText(intake),
              ],
              [
                name('documentNo'),
                intake.documentNo ?? i18n.t('letters:value.notGiven'),
                i18n.t('letters:field.representative'),
                representativeText(state.representative),
              ],
              ...(intake.assistance ? [[name('assistance'), i18n.t('letters:disclosure.assistanceYes')] as const] : []),
            ]}
          />
        ),
      },
      { kind: 'solid', node: <p className="letter-sub">{name('subject')}</p> },
      ...paragraphBlocks(intake.subject),
      ...(state.clockStart === null
        ? []
        : [{ kind: 'solid', node: <WhyBlock clocks={clocks} licence={false} /> } as const]),
      {
        kind: 'solid',
        node: (
          <Paragraph>
            {i18n.t(`letters:disclosure.rule.${intake.channel}`)}
            {state.clockStart === null ? i18n.t('letters:disclosure.notStarted') : runningText(state.clockStart)}
            {i18n.t('letters:disclosure.fee', { article: articleText('ogi2019:42') })}
            {i18n.t('letters:disclosure.late')}
          </Paragraph>
        ),
      },
    ],
    closing: {
      organ: intake.organ,
      on: longDate(registeredOn(state)),
      seal: [i18n.t('letters:seal.disclosure.0'), i18n.t('letters:seal.disclosure.1')],
      signed: true,
    },
    notes: [i18n.t('letters:foot.two')],
  }
}

const expectDisclosure = (state: CaseState): DisclosureCase => {
  if (state.kind !== 'disclosure') throw new Error('a disclosure letter needs a disclosure case')
  return state
}

const categoryText = ({ applicant }: DisclosureCase): string =>
  applicant.reportCategory === null
    ? i18n.t(`terms:applicantKind.${applicant.kind}`)
    : i18n.t(`terms:reportCategory.${applicant.reportCategory}`)

const supplyWayText = ({ supplyWay, supplyAddress }: DisclosureIntake): string => {
  const way = i18n.t(`terms:supplyWay.${supplyWay}`)
  return supplyAddress === null ? way : i18n.t('letters:disclosure.address', { way, address: supplyAddress })
}

const runningText = (start: PlainDate): string => {
  const { replyDays } = regulationOn(start)
  const correction = correctionNoticeDue(start, currentWorkCalendar)
  return [
    i18n.t('letters:disclosure.excluded', {
      days: daysText(replyDays, 'workday'),
      articles: articlesText(['ogi2019:33(2)', 'ogi2019:33(3)']),
    }),
    correction === null
      ? ''
      : i18n.t('letters:disclosure.correction', { due: longDate(correction), article: articleText('ogi2019:30') }),
  ].join('')
}

/** The day the case was registered is part of its number; the state keeps only legal dates. */
const registeredOn = (state: DisclosureCase): PlainDate => {
  const day = parseCaseNo(state.caseNo)?.day ?? ''
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`
  return isPlainDate(date) ? date : state.arrivedOn
}
