import type { FieldProblem } from '../../../domain/case/refusal.ts'

/** Path of a field on the screen for a path in an act: `intake.applicant.name` → `applicant.name`, `intake.materials.2.received` → `materials.2`. */
export const fieldOnScreen = (path: string): string => {
  const [first = '', ...rest] = path.split('.')
  const parts = first === 'intake' ? rest : [first, ...rest]
  if (parts[0] === 'materials') return parts.slice(0, 2).join('.')
  return parts.join('.')
}

/** The first problem of each field, by its place on the screen. */
export const problemsByField = (problems: readonly FieldProblem[]): ReadonlyMap<string, FieldProblem> => {
  const byField = new Map<string, FieldProblem>()
  for (const problem of problems) {
    const field = fieldOnScreen(problem.field)
    if (!byField.has(field)) byField.set(field, problem)
  }
  return byField
}
