/** Longest text of each field, as the contract takes it (UTF-16 units). */
export const applicantLimits = {
  name: 200,
  idNumber: 40,
  idException: 200,
  phone: 40,
  address: 300,
  postcode: 10,
  contactName: 100,
  contactIdNumber: 40,
  village: 80,
} as const
export type ApplicantText = keyof typeof applicantLimits

export const representativeLimits = {
  name: 200,
  idNumber: 40,
  idException: 200,
  phone: 40,
  authority: 300,
  validUntil: 20,
  matters: 300,
  validFrom: 20,
} as const
export type RepresentativeText = keyof typeof representativeLimits

export const disclosureLimits = {
  arrivedOn: 20,
  confirmedOn: 20,
  organ: 200,
  subject: 4000,
  documentNo: 100,
  supplyAddress: 200,
} as const
export type DisclosureText = keyof typeof disclosureLimits
