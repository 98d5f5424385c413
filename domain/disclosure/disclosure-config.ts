/** Numbers that no law names: a center's own practice, kept in one place. */
export const disclosureConfig = {
  /** Working days after arrival in which the applicant is tried to be reached before a request that he never confirmed is put aside. */
  confirmationDays: 20,
} as const
