import { typedLine } from './typed-text.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { MaterialFields } from './form-model.ts'

/** `at` is the position in the list, from 0. */
export type MaterialEdit =
  | { readonly type: 'cycle'; readonly at: number }
  | { readonly type: 'set'; readonly at: number; readonly state: 'collected' | 'missing' }
  | { readonly type: 'tolerate'; readonly at: number; readonly promisedOn: PlainDate }
  | { readonly type: 'count'; readonly at: number; readonly received: number }
  | { readonly type: 'note'; readonly at: number; readonly text: string }
  | { readonly type: 'collectAll' }
  | { readonly type: 'add'; readonly name: string }
  | { readonly type: 'remove'; readonly at: number }

export const maxCount = 999
const maxLines = 200

export const editMaterials = (lines: readonly MaterialFields[], edit: MaterialEdit): readonly MaterialFields[] => {
  const change = (at: number, next: (line: MaterialFields) => MaterialFields) =>
    lines.map((line, index) => (index === at ? next(line) : line))
  switch (edit.type) {
    case 'cycle':
      return change(edit.at, (line) => (line.state === 'missing' ? collect(line) : miss(line)))
    case 'set':
      return change(edit.at, edit.state === 'collected' ? collect : miss)
    case 'tolerate':
      return change(edit.at, (line) =>
        line.tolerable
          ? {
              ...line,
              state: 'tolerated',
              promisedOn: edit.promisedOn,
              received: Math.max(0, Math.min(line.received, line.expected - 1)),
            }
          : line,
      )
    case 'count':
      return change(edit.at, (line) => recount(line, edit.received))
    case 'note':
      return change(edit.at, (line) => ({ ...line, note: typedLine(edit.text, 300) }))
    case 'collectAll':
      return lines.map((line) => (line.state === 'missing' ? collect(line) : line))
    case 'add':
      return lines.length >= maxLines || isBlank(edit.name) ? lines : [...lines, addedLine(lines, nameOf(edit.name))]
    case 'remove':
      return lines
        .filter((line, index) => index !== edit.at || !line.added)
        .map((line, index) => ({ ...line, n: index + 1 }))
  }
}

/** A line without a name would be nothing on a receipt, so it cannot come to be. */
const isBlank = (name: string): boolean => nameOf(name) === ''
const nameOf = (name: string): string => typedLine(name, 500).trim()

const collect = (line: MaterialFields): MaterialFields => ({
  ...line,
  state: 'collected',
  received: Math.max(line.received, line.expected),
  promisedOn: null,
})

const miss = (line: MaterialFields): MaterialFields => ({ ...line, state: 'missing', received: 0, promisedOn: null })

/** The count leads: enough is collected, too few is missing — or stays tolerated, since what is promised is the rest. */
const recount = (line: MaterialFields, received: number): MaterialFields => {
  const count = clamp(received, 0)
  if (count >= line.expected && count > 0) return { ...line, state: 'collected', received: count, promisedOn: null }
  if (line.state === 'tolerated') return { ...line, received: count }
  return { ...line, state: 'missing', received: count, promisedOn: null }
}

const clamp = (count: number, min: number): number => Math.min(maxCount, Math.max(min, Math.trunc(count) || 0))

const addedLine = (lines: readonly MaterialFields[], name: string): MaterialFields => ({
  n: lines.length + 1,
  name,
  form: 'unspecified',
  required: true,
  tolerable: false,
  expected: 1,
  received: 1,
  state: 'collected',
  promisedOn: null,
  note: '',
  added: true,
})
