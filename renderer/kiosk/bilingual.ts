import { createContext, use } from 'react'

/** KSK-9: whether Mongolian stands beside the Chinese, as whoever stands there has chosen. */
export const BilingualContext = createContext(false)

export const useBilingual = (): boolean => use(BilingualContext)
