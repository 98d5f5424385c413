import { i18n } from '../../i18n/setup.ts'
import type { IntakeForm } from './model/form-model.ts'

/** What a draft is called in the list: the matter and who applies. */
export const draftTitle = (form: IntakeForm): string =>
  i18n.t('intake:draftTitle', {
    matter:
      form.matter === null
        ? i18n.t('intake:title')
        : form.matter.kind === 'service'
          ? form.matter.item.name
          : i18n.t('intake:item.disclosure'),
    name: form.applicant.name.trim() || i18n.t('intake:unnamed'),
  })
