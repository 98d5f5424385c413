import type { Scope } from '../../domain/scope/scope.ts'

export const listedVillages = (listed: string | undefined): readonly string[] =>
  (listed ?? '').split(/[,，、]/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))

/** Null = a scope of villages that names none. */
export const scopeOfOptions = ({
  kind,
  villages: listed,
  days: closedDays,
}: {
  readonly kind: Scope['kind']
  readonly villages?: string | undefined
  readonly days: number
}): Scope | null => {
  switch (kind) {
    case 'villages': {
      const villages = listedVillages(listed)
      return villages.length === 0 ? null : { kind, villages, closedDays }
    }
    case 'window':
      return { kind, closedDays }
    case 'center':
    case 'kiosk':
      return { kind }
  }
}
