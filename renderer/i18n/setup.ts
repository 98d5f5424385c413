import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { customer as mongolianCustomer } from './mn-mong/customer.ts'
import { kiosk as mongolianKiosk } from './mn-mong/kiosk.ts'
import { resources } from './resources.ts'

/** The one instance of the page; ready when imported, since every text is bundled. */
export const i18n: I18n = createInstance()

// The texts are in the bundle, so initialisation is synchronous and its promise carries nothing.
void i18n.use(initReactI18next).init({
  lng: 'zh-CN',
  // Public texts alone, and of them what somebody has translated; whatever is missing is shown in Chinese.
  resources: { 'zh-CN': resources, 'mn-Mong': { customer: mongolianCustomer, kiosk: mongolianKiosk } },
  fallbackLng: 'zh-CN',
  defaultNS: 'ui',
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
})
