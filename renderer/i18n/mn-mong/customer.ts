import type { customer as chinese } from '../zh-cn/customer.ts'
import type { Texts } from './texts.ts'

/**
 * Traditional Mongolian (mn-Mong) of the customer screen. A text that is not here is shown in Chinese alone: only certified translations
 * are entered, and until there is one the greeting is the whole of it.
 */
export const customer: Texts<typeof chinese> = {
  hello: 'ᠰᠠᠶᠢᠨ ᠪᠠᠶᠢᠨ᠎ᠠ ᠤᠤ',
}
