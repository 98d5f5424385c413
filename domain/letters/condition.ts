import type { FactValue, Facts } from './fact-types.ts'
import type { When } from './template.ts'

/** One condition taken apart: a fact, whether it must be so or not, and the choices that are meant (null = any). */
export interface Condition {
  readonly fact: string
  readonly not: boolean
  readonly choices: readonly string[] | null
}

/** Null for a text that is no condition. */
export const parseCondition = (text: string): Condition | null => {
  const [, not, fact, choices] = /^(!?)([a-zA-Z]+)(?:=([a-z0-9_]+(?:\|[a-z0-9_]+)*))?$/u.exec(text) ?? []
  if (fact === undefined) return null
  return { fact, not: not === '!', choices: choices === undefined ? null : choices.split('|') }
}

export const conditionsOf = (when: When | undefined): readonly string[] =>
  when === undefined ? [] : typeof when === 'string' ? [when] : when

/** Throws on a condition that is none: templates are checked before they are used. */
export const holds = (when: When | undefined, facts: Facts): boolean =>
  conditionsOf(when).every((text) => {
    const condition = parseCondition(text)
    if (condition === null) throw new Error(`no condition: ${text}`)
    const value = facts[condition.fact]
    if (value === undefined) throw new Error(`no fact ${condition.fact}`)
    return isSo(value, condition.choices) !== condition.not
  })

const isSo = (value: FactValue, choices: readonly string[] | null): boolean => {
  if (choices !== null) return typeof value === 'string' && choices.includes(value)
  if (Array.isArray(value)) return value.length > 0
  return value !== null && value !== false && value !== ''
}
