import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { resources } from './resources.ts'

/** The one instance of the page; ready when imported, since every text is bundled. */
export const i18n: I18n = createInstance()

// The texts are in the bundle, so initialisation is synchronous and its promise carries nothing.
void i18n.use(initReactI18next).init({
  lng: 'zh-CN',
  resources: { 'zh-CN': resources },
  defaultNS: 'ui',
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
})
