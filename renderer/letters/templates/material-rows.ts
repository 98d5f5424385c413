import type { MaterialLine } from '../../../domain/service/service-intake.ts'
import { longDate } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/setup.ts'
import type { LetterBlock, LetterColumn } from '../letter-content.ts'

const numberColumn = (): LetterColumn => ({ title: i18n.t('letters:material.n'), width: 10, centered: true })
const countColumn = (): LetterColumn => ({ title: i18n.t('letters:material.copies'), width: 13, centered: true })

/** What came, and what is promised for later: a promised line of which nothing came has a count of 0. */
export const receivedBlock = (materials: readonly MaterialLine[]): LetterBlock => ({
  kind: 'rows',
  columns: [
    numberColumn(),
    { title: i18n.t('letters:material.name'), width: null },
    { title: i18n.t('letters:material.form'), width: 25 },
    { title: i18n.t('letters:material.receivedCount'), width: 18, centered: true },
    { title: i18n.t('letters:material.note'), width: 52 },
  ],
  rows: materials
    .filter((line) => line.received > 0 || line.state === 'tolerated')
    .map((line, at) => [
      at + 1,
      line.name,
      i18n.t(`terms:materialForm.${line.form}`),
      line.received,
      [toleratedText(line), line.note ?? ''].filter((part) => part !== '').join(i18n.t('letters:join')),
    ]),
})

export const receivedOf = (materials: readonly MaterialLine[]): readonly MaterialLine[] =>
  materials.filter((line) => line.received > 0)

/** What is to be supplied, the pieces that keep the application from being accepted first. */
export const wantedBlock = (gaps: readonly MaterialLine[], tolerated: readonly MaterialLine[]): LetterBlock => ({
  kind: 'rows',
  columns: [
    numberColumn(),
    { title: i18n.t('letters:material.wanted'), width: 48 },
    { title: i18n.t('letters:material.demand'), width: null },
    countColumn(),
    { title: i18n.t('letters:material.note'), width: 34 },
  ],
  rows: [...gaps, ...tolerated].map((line, at) => [at + 1, line.name, demandText(line), restOf(line), line.note ?? '']),
})

const demandText = (line: MaterialLine): string =>
  [
    line.form === 'unspecified' ? '' : i18n.t(`terms:materialForm.${line.form}`),
    line.received > 0
      ? i18n.t('letters:material.short', { expected: line.expected, received: line.received, rest: restOf(line) })
      : i18n.t('letters:material.whole', { expected: Math.max(1, line.expected) }),
    line.promisedOn === null ? '' : i18n.t('letters:material.tolerable', { date: longDate(line.promisedOn) }),
  ]
    .filter((part) => part !== '')
    .join(i18n.t('letters:stop'))

const toleratedText = (line: MaterialLine): string =>
  line.promisedOn === null
    ? ''
    : i18n.t('letters:material.tolerated', { date: longDate(line.promisedOn), n: restOf(line) })

const restOf = (line: MaterialLine): number => Math.max(1, line.expected - line.received)
