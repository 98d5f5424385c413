import type { MaterialLine } from '../service/service-intake.ts'
import type { SharedMaterial } from './bundle-intake.ts'

/**
 * One checklist out of those of the parts: what several ask for by the same name and in the same form is handed in once, as many pieces
 * as the one that asks for most; it is required when one of them requires it, and tolerable when all of them let it wait.
 */
export const sharedChecklist = (checklists: readonly (readonly MaterialLine[])[]): readonly SharedMaterial[] => {
  const shared = new Map<string, SharedMaterial>()
  for (const [index, lines] of checklists.entries()) {
    for (const line of lines) {
      const key = JSON.stringify([line.name, line.form])
      const before = shared.get(key)
      shared.set(key, before === undefined ? first(line, shared.size + 1, index + 1) : joined(before, line, index + 1))
    }
  }
  return [...shared.values()]
}

const first = (line: MaterialLine, n: number, part: number): SharedMaterial => ({ ...line, n, parts: [part] })

const joined = (shared: SharedMaterial, line: MaterialLine, part: number): SharedMaterial => {
  const copies = Math.max(shared.copiesExpected ?? 0, line.copiesExpected ?? 0)
  return {
    ...shared,
    required: shared.required || line.required,
    tolerable: shared.tolerable && line.tolerable,
    expected: Math.max(shared.expected, line.expected),
    ...(copies === 0 ? {} : { copiesExpected: copies }),
    parts: shared.parts.includes(part) ? shared.parts : [...shared.parts, part],
  }
}

/** The lines of one part, numbered anew, as they were found. */
export const checklistOfPart = (materials: readonly SharedMaterial[], part: number): readonly MaterialLine[] =>
  materials
    .filter(({ parts }) => parts.includes(part))
    .map(({ parts: _parts, ...line }, index) => ({ ...line, n: index + 1 }))
