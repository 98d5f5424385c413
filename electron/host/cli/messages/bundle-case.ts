import type { SharedMaterial } from '../../../../domain/bundle/bundle-intake.ts'
import { materialForms } from '../../../../domain/letters/facts/service-facts.ts'
import type { BundleWishProblem } from '../../perform/open-bundle-case.ts'

export const bundleWishWords = (problem: BundleWishProblem): string => {
  switch (problem.code) {
    case 'item_unknown':
      return `目录里没有编号为“${problem.id}”的事项`
    case 'item_not_offered':
      return `事项“${problem.id}”现在不能申请`
    case 'material_unclear':
      return `材料“${problem.name}”在清单里没有，或者不止一处，请核对名称和形式（form）`
  }
}

/** One line of the common checklist: what, in which form, how many, and for which of the matters. */
export const sharedLineWords = ({ n, name, form, expected, required, tolerable, parts }: SharedMaterial): string => {
  const kind = required ? (tolerable ? '必要，可容缺' : '必要') : '可选'
  return `${String(n)}　${name}　${materialForms[form]}　${String(expected)} 份　${kind}　事项 ${parts.join('、')}`
}
