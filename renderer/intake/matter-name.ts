import { i18n } from '../i18n/setup.ts'
import type { Matter } from './model/form-model.ts'

/** What is being taken in, in words. */
export const matterName = (matter: Matter): string =>
  matter.kind === 'service' ? matter.item.name : i18n.t(`intake:item.${matter.kind}`)
