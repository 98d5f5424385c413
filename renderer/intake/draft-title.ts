import { maskName } from '../../domain/identity/mask.ts'
import { i18n } from '../i18n/setup.ts'
import { matterName } from './matter-name.ts'
import type { IntakeForm } from './model/form-model.ts'

/** What a draft is called in the list: the matter and who applies, a person by what a list shows of his name, since the next client stands there. */
export const draftTitle = ({ matter, applicant }: IntakeForm): string => {
  const name = applicant.name.trim()
  return i18n.t('intake:draftTitle', {
    matter: matter === null ? i18n.t('intake:title') : matterName(matter),
    name: (applicant.kind === 'person' ? maskName(name) : name) || i18n.t('intake:unnamed'),
  })
}
