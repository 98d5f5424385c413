import { fieldWords } from '../../contract/words/field-words.ts'
import { actValues } from './zh-cn/act-values.ts'
import { actFields } from './zh-cn/act-fields.ts'

/** Label of a field of an act: the act's own word for it, else the one word that all forms have. `path` without places in lists. */
export const fieldLabel = (path: string): string => {
  const name = path.slice(path.lastIndexOf('.') + 1)
  return actFields[path] ?? fieldWords[name] ?? name
}

/** A value of a choice in words; `path` as above, that of the group for the kind of a variant. */
export const valueText = (path: string, value: string): string => {
  const name = path.slice(path.lastIndexOf('.') + 1)
  return actValues[path]?.[value] ?? actValues[name]?.[value] ?? value
}
