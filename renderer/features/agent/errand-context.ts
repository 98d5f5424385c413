import { createContext, use } from 'react'
import type { Errand } from './use-errand.ts'

export const ErrandContext = createContext<Errand | null>(null)

/** Throws outside of an errand: a bug. */
export const useErrandContext = (): Errand => {
  const errand = use(ErrandContext)
  if (errand === null) throw new Error('no ErrandContext')
  return errand
}
