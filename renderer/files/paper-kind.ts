import { type AttachmentRole, type AttachmentFacts, attachmentRoles } from '../../domain/attachment/attachment.ts'

/** What a file is taken as: a scan of one line of the checklist, or something of a role. */
export type PaperKind = Pick<AttachmentFacts, 'role' | 'material'>

const ofMaterial = 'material:'

/** Name of a kind among the options of a select. */
export const kindKey = ({ role, material }: PaperKind): string =>
  material === undefined ? role : `${ofMaterial}${material}`

/** The kind of that name; null for none. */
export const kindOf = (key: string): PaperKind | null => {
  if (key.startsWith(ofMaterial)) return { role: 'material', material: key.slice(ofMaterial.length) }
  const role = attachmentRoles.find((one): one is AttachmentRole => one === key)
  return role === undefined ? null : { role }
}

/** Lines of a checklist that a scan can be of, each name once. */
export const kindsOf = (materials: readonly { readonly name: string }[]): readonly PaperKind[] => [
  ...[...new Set(materials.map(({ name }) => name))].map((material) => ({ role: 'material', material }) as const),
  ...attachmentRoles.map((role) => ({ role })),
]
