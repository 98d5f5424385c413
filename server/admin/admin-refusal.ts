/** Why an administrator's command was not done. The command line words it. */
export const adminRefusalCodes = [
  'center_unknown',
  'window_unknown', // no name given, and the center has no window of this number
  'device_no_taken', // numbers are never given twice: they are part of case numbers
  'device_no_reserved', // the server's own
  'device_unknown',
  'staff_unknown', // nobody of the center has this login
  'account_unchanged', // closed, or open, already
  'villages_missing', // a scope of villages that names none
  'intake_empty', // nothing waits of this device
  'intake_cut_off', // what stands before it was discarded
  'incarnation_unknown',
  'incarnation_active', // it is the device already
  'place_missing', // neither a center nor a region was named, or both were
  'token_unknown', // no center that was named has it, or it was revoked already
] as const
export type AdminRefusalCode = (typeof adminRefusalCodes)[number]

export interface AdminRefusal {
  readonly code: AdminRefusalCode
  /** What it is about: a code, a number, a field; never a secret. */
  readonly subject: string
}
