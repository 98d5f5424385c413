import type { ArgumentProblem } from '../parse-arguments.ts'

/** Plain words for bad usage. */
export const argumentProblemWords = ({ code, name, given }: ArgumentProblem): string => {
  switch (code) {
    case 'unknown_flag':
      return `没有这个选项：${name}`
    case 'repeated_flag':
      return `选项 ${name} 写了不止一次`
    case 'missing_value':
      return `选项 ${name} 后面缺少取值`
    case 'unexpected_value':
      return `选项 ${name} 不带取值，却写了“${given ?? ''}”`
    case 'missing_flag':
      return `缺少选项 ${name}`
    case 'missing_word':
      return `缺少 <${name}>`
    case 'unexpected_word':
      return `多出一个参数：${name}`
  }
}
