import { i18n } from './setup.ts'

/** The Mongolian counterpart of a public text, or null where nobody has made one: then the Chinese stands alone. */
export const mongolianOf = (key: string, values: Readonly<Record<string, string | number>> = {}): string | null =>
  i18n.exists(key, { lng: mongolian, fallbackLng: [] })
    ? i18n.t(key as 'ui:close', { lng: mongolian, ...values })
    : null

/** Language tag of the traditional script, which runs from top to bottom. */
export const mongolian = 'mn-Mong'
