/** Who may sign in (product.md: who uses it). Residents use the kiosk and never sign in; agents come with agent mode. */
export const roles = ['clerk', 'reviewer', 'disclosure_officer', 'supervisor', 'administrator'] as const
export type Role = (typeof roles)[number]
