import type { PlainDate } from '../plain-date.ts'
import type { DisclosureChannel, DisclosureIntake } from './disclosure-intake.ts'

/**
 * Channels whose receipt date is the day the applicant confirmed (条例 art. 31(2) ordinary mail, 31(3) internet and fax). In person
 * and oral it is the day of submission (31(1)); signed post the day it was signed for (31(2)).
 */
const confirmed = {
  in_person: false,
  oral: false,
  registered_post: false,
  ordinary_mail: true,
  online: true,
  fax: true,
} as const satisfies Record<DisclosureChannel, boolean>

export const needsConfirmation = (channel: DisclosureChannel): boolean => confirmed[channel]

/** 收到申请之日, or null while the confirmation is outstanding and no clock runs. */
export const receiptDate = (
  intake: Pick<DisclosureIntake, 'channel' | 'arrivedOn' | 'confirmedOn'>,
): PlainDate | null => (needsConfirmation(intake.channel) ? intake.confirmedOn : intake.arrivedOn)
