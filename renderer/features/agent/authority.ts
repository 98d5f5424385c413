import type { MandateDeed } from '../../../domain/record/mandate/mandate-record.ts'
import { i18n } from '../../i18n/setup.ts'

/** The authority as it is written down: what the agent may do, in the order in which it is done. */
export const authorityOf = (deeds: readonly MandateDeed[]): string =>
  deeds.length === 0
    ? ''
    : i18n.t('agent:authority', {
        deeds: deeds.map((deed) => i18n.t(`agent:deed.${deed}`)).join(i18n.t('agent:listMark')),
      })
