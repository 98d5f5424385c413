import type { MaterialLine } from './service-intake.ts'

/** Lines that keep the application from being accepted: required, and neither collected nor tolerated. */
export const gapsOf = (materials: readonly MaterialLine[]): readonly MaterialLine[] =>
  materials.filter((line) => line.required && line.state === 'missing')

export const toleratedOf = (materials: readonly MaterialLine[]): readonly MaterialLine[] =>
  materials.filter((line) => line.state === 'tolerated')

/** True when both lists ask for the same things in the same order, whatever was received. */
export const sameChecklist = (a: readonly MaterialLine[], b: readonly MaterialLine[]): boolean =>
  a.length === b.length &&
  a.every((line, index) => {
    const other = b[index]
    return (
      other !== undefined &&
      line.n === other.n &&
      line.name === other.name &&
      line.form === other.form &&
      line.required === other.required &&
      line.tolerable === other.tolerable &&
      line.expected === other.expected
    )
  })
