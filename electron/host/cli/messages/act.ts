import { type Role, roles } from '../../../../domain/case/role.ts'
import type { ActFileProblem, FieldFault } from '../read-acts.ts'
import { fieldPathWords } from './field-names.ts'

export const actFileWords = ({ code, at, path, wrong = 'shape' }: ActFileProblem): string => {
  const where = at === 0 ? '' : `第 ${String(at)} 个办理动作：`
  switch (code) {
    case 'not_json':
      return '不是 JSON 文件'
    case 'not_a_list':
      return `${where}应为 {"act": {"kind": …}} 的数组`
    case 'act_unknown':
      return `${where}没有这种办理动作（${path}）`
    case 'act_invalid':
      return `${where}${path}（${fieldPathWords(path.replace(/^act\./, ''))}）${faultWords[wrong]}`
  }
}

const faultWords: Readonly<Record<FieldFault, string>> = {
  missing: '没有写',
  type: '类型不对，如文字要加引号、日期写成 "2026-03-04"',
  too_long: '太长或太大',
  too_short: '太短或太小',
  value: '不是可选的值',
  extra: '是多出的字段，请删去',
  shape: '写法不对',
}

export const roleList = (): string => roles.join('|')

export const isRole = (text: string): text is Role => roles.some((role) => role === text)
