import { type Role, roles } from '../../../../domain/case/role.ts'
import type { ActFileProblem } from '../read-acts.ts'

export const actFileWords = ({ code, at, path }: ActFileProblem): string => {
  const where = at === 0 ? '' : `第 ${String(at)} 个办理动作：`
  switch (code) {
    case 'not_json':
      return '不是 JSON 文件'
    case 'not_a_list':
      return `${where}应为 {"act": {"kind": …}} 的数组`
    case 'act_unknown':
      return `${where}没有这种办理动作（${path}）`
    case 'act_invalid':
      return `${where}${path} 不符合要求`
  }
}

export const roleList = (): string => roles.join('|')

export const isRole = (text: string): text is Role => roles.some((role) => role === text)
