import { type Command, usageLine } from './command.ts'
import { commands } from './commands.ts'

/** The list of commands. */
export const overview = async (): Promise<readonly string[]> => {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  return [
    '用法：yichuang <命令> [选项]',
    '',
    ...all.map(({ name, about }) => `  ${name.padEnd(13)}${about}`),
    `  ${'help'.padEnd(13)}说明；help <命令> 看一个命令的选项`,
    `  ${'--version'.padEnd(13)}版本`,
    '',
    '数据写到标准输出（--json 时只有 JSON），说明写到标准错误。',
    '退出码：0 完成；1 失败，或导入时有的行被拒绝（其余已收下）；2 用法或输入有误，没有任何改动。',
  ]
}

/** Everything about one command. */
export const describeCommand = (command: Command): readonly string[] => {
  const flags = Object.entries(command.spec.flags).map(([flag, { value, required, about }]) => {
    const left = value === null ? flag : `${flag} <${value}>`
    return `  ${left}　${about}${required ? '（必填）' : ''}`
  })
  return [command.about, '', usageLine(command), ...flags, ...command.notes]
}
