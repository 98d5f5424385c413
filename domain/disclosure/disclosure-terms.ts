/** Numbers of a request that no law read so far names; a center sets its own (domain/settings). */
export interface DisclosureTerms {
  /** Working days after arrival in which the applicant is tried to be reached before a request that he never confirmed is put aside. */
  readonly confirmationDays: number
  /** Calendar days to pay the processing fee, from the day after the notice arrived; null = those of the tariff. */
  readonly paymentDays: number | null
  /** Longest reasonable delay on an excessive request (条例 art. 35), in working days beyond the reply limit; absent = the program's. */
  readonly maxDelayDays?: number
}

/** The law says 合理的延迟答复期限 and no number; three times the reply limit is ours. */
export const defaultMaxDelayDays = 60

export const defaultDisclosureTerms: DisclosureTerms = {
  confirmationDays: 20,
  paymentDays: null,
  maxDelayDays: defaultMaxDelayDays,
}
