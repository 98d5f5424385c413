import type { Guide } from '../../contract/queries/kiosk.ts'
import { limitsOf } from '../../domain/service/limits.ts'
import { i18n } from '../i18n/setup.ts'

/** What a telephone still reads from a screen at arm's length, in UTF-8 bytes: a QR code of version 25 or so. */
const mostBytes = 900

/**
 * A guide in a few lines for the telephone of whoever stands there: what it is, how long it takes, what to bring, whom to ask. What does not fit is
 * left out from the end, and said to be.
 */
export const takeAwayText = (guide: Guide, where: string): string => {
  const { name, organ, materials, details } = guide
  const { statutoryDays, promisedDays, unit } = limitsOf(guide)
  const days = promisedDays ?? statutoryDays
  const phone = details?.contact?.phone ?? null
  const head = [
    name,
    organ,
    ...(days === null
      ? []
      : [i18n.t('kiosk:takeAway.limit', { days: i18n.t(`kiosk:promises.days.${unit}`, { n: days }) })]),
    i18n.t('kiosk:takeAway.where', { where }),
    ...(phone === null ? [] : [i18n.t('kiosk:takeAway.phone', { phone })]),
  ]
  const lines = materials.map((material, at) => i18n.t('kiosk:takeAway.material', { n: at + 1, name: material.name }))
  const whole = (kept: readonly string[]): string =>
    [
      ...head,
      ...(kept.length === 0 ? [] : [i18n.t('kiosk:takeAway.materials')]),
      ...kept,
      ...(kept.length < lines.length ? [i18n.t('kiosk:takeAway.more', { n: lines.length - kept.length })] : []),
    ].join('\n')
  let kept = lines
  while (kept.length > 0 && bytesOf(whole(kept)) > mostBytes) kept = kept.slice(0, -1)
  return whole(kept)
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
