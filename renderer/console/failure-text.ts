import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { consoleRefusals } from '../../contract/console.ts'
import { i18n } from '../i18n/setup.ts'

/** What the rules can say against what an administrator does here; for the rest the code is told. */
const forbidden = ['stale', 'record_key_taken', 'calendar_implausible', 'not_allowed_in_state'] as const

const NotPermittedSchema = z.object({ code: z.enum(forbidden) })
const RefusedSchema = z.object({ code: z.enum(consoleRefusals), subject: z.string() })

/** Plain words for whatever did not work, with what to do. */
export const failureText = (error: unknown): string => {
  if (!(error instanceof ORPCError)) return i18n.t('console:failure.away')
  const refused = error.code === 'REFUSED' ? RefusedSchema.safeParse(error.data) : null
  if (refused?.success === true)
    return i18n.t(`console:refusal.${refused.data.code}`, { subject: refused.data.subject })
  const against = error.code === 'NOT_PERMITTED' ? NotPermittedSchema.safeParse(error.data) : null
  if (against?.success === true) return i18n.t(`console:forbidden.${against.data.code}`)
  switch (error.code) {
    case 'BAD_REQUEST':
      return i18n.t('console:failure.input')
    case 'BUSY':
    case 'MOVING':
      return i18n.t('console:failure.busy')
    case 'NOT_SIGNED_IN':
      return i18n.t('console:failure.over')
    default:
      return i18n.t('console:failure.server', { code: String(error.code) })
  }
}
