import type { Attachment, AttachmentRole } from '../../../../domain/attachment/attachment.ts'
import { attachmentRoles } from '../../../../domain/attachment/attachment.ts'

const roleWords: Readonly<Record<AttachmentRole, string>> = {
  application: '申请书',
  material: '申请材料',
  identity: '身份证明',
  mandate: '委托书',
  proof: '凭证',
  reply: '答复',
  other: '其他',
}

export const attachmentRoleList = (): string =>
  attachmentRoles.map((role) => `${role}（${roleWords[role]}）`).join('、')

/** One line of the list, by its place in it. */
export const attachmentLine = (attachment: Attachment, n: number, refused: string | null): string => {
  const { name, type, size, role, on, detached } = attachment
  const waits = refused === null ? '还没有传到中心' : refusedWords(refused)
  const state = detached !== null ? `已于 ${detached.on} 取下：${detached.reason}` : attachment.in ? '已到中心' : waits
  return `${String(n)}　${name}　${roleWords[role]}　${type}　${sizeWords(size)}　${on}　${state}`
}

const refusedWords = (reason: string): string =>
  reason === 'damaged' ? '本机的文件已损坏，请重新添加' : `服务器不收（${reason}），请重新添加`

export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${String(Math.ceil(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

export const missingWords: Readonly<Record<'unknown' | 'not_in' | 'broken' | 'not_permitted', string>> = {
  unknown: '没有这个附件',
  not_in: '附件还在办理窗口，没有传到中心',
  broken: '现在连不上服务器，取不到附件；已经取到的部分会留着，下次接着取',
  not_permitted: '这个投诉要求保密，附件只有负责人、监督人员和管理员可以打开',
}
