/**
 * Who may sign in (product.md: who uses it). `head` approves what the law gives to a person in charge: extensions, sign-off
 * (条例 art. 33(2); 行政许可法 art. 42). Residents use the kiosk and never sign in.
 */
export const roles = [
  'clerk',
  'agent',
  'reviewer',
  'disclosure_officer',
  'head',
  'supervisor',
  'administrator',
] as const
export type Role = (typeof roles)[number]
