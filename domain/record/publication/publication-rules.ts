/** Limits of proactive disclosure that the Regulation fixes (art. 26), in working days. */
export const publicationRules = { publishWithin: 20 } as const

/** Those that no national law fixes, in working days unless said otherwise; a center sets its own (domain/settings). */
export interface ProactiveTerms {
  /** Inside the twenty: a review that is not done by then is called back. */
  readonly reviewWithin: number
  /** 政策解读. */
  readonly interpretWithin: number
  /** Deposit at archive and library after release (art. 25(3): 及时, no number), in months. */
  readonly depositMonths: number
}

/** Three days for the interpretation is what local offices prescribe; the others are ours. */
export const defaultProactiveTerms: ProactiveTerms = { reviewWithin: 5, interpretWithin: 3, depositMonths: 6 }
