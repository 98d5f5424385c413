/** Numbers of a request that no law read so far names; a center sets its own (domain/settings). */
export interface DisclosureTerms {
  /** Working days after arrival in which the applicant is tried to be reached before a request that he never confirmed is put aside. */
  readonly confirmationDays: number
  /** Calendar days to pay the processing fee, from the day after the notice arrived; null = those of the tariff. */
  readonly paymentDays: number | null
}

export const defaultDisclosureTerms: DisclosureTerms = { confirmationDays: 20, paymentDays: null }
