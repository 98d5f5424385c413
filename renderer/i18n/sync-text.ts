import { serverReasons, syncErrorCodes, syncTroubleCodes, verdicts } from '../../contract/sync.ts'
import { refusalCodes } from '../../domain/case/refusal.ts'
import { i18n } from './setup.ts'

/** Words for a code of the exchange, whoever found it: server, device, or a newer version of either. */
export const syncProblemText = (code: string): string => {
  const known = [...syncErrorCodes, ...syncTroubleCodes].find((each) => each === code)
  return known === undefined ? i18n.t('problems:unknown') : i18n.t(`problems:sync.${known}`)
}

export const verdictText = (verdict: string): string => {
  const known = verdicts.find((each) => each === verdict)
  return known === undefined ? verdict : i18n.t(`problems:verdict.${known}`)
}

/** Why the server did not apply an act; a reason of a newer server is shown as its code. */
export const verdictReasonText = (reason: string): string => {
  const known = verdictReasons.find((each) => each === reason)
  return known === undefined ? i18n.t('ui:code', { code: reason }) : i18n.t(`problems:verdictReason.${known}`)
}

export const verdictReasons = [...refusalCodes, 'case_no_foreign', ...serverReasons] as const
