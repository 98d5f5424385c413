/**
 * Limits of proactive disclosure, in working days unless said otherwise. `publishWithin` is the Regulation's (art. 26), `answerWithin` what
 * the secrecy authority has (保密法实施条例 art. 25(2)). The rest no national law fixes: three days for the interpretation is what local
 * offices prescribe, and the others are ours; a center can set its own.
 */
export const publicationRules = {
  publishWithin: 20,
  answerWithin: 10,
  /** Inside the twenty: a review that is not done by then is called back. */
  reviewWithin: 5,
  interpretWithin: 3,
  /** Re-evaluation of what is withheld (art. 18: 定期), in months. */
  reevaluateMonths: 12,
  /** Deposit at archive and library after release (art. 25(3): 及时, no number), in months. */
  depositMonths: 6,
} as const
