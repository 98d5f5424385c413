/**
 * Why an entry is as it is now: as first published (initial), 新增, 修改, 整合, 下放, 取消; `expired` = its publication period is over, `error` = it
 * should never have been there.
 */
export const registerChanges = [
  'initial',
  'added',
  'modified',
  'merged',
  'delegated',
  'cancelled',
  'expired',
  'error',
] as const
export type RegisterChange = (typeof registerChanges)[number]

/** Changes that put an entry in. */
export const addingChanges = ['initial', 'added'] as const satisfies readonly RegisterChange[]
/** Changes that leave it there with other content. */
export const editingChanges = ['modified', 'merged', 'delegated'] as const satisfies readonly RegisterChange[]
/** Changes that take it out. */
export const endingChanges = [
  'cancelled',
  'delegated',
  'merged',
  'expired',
  'error',
] as const satisfies readonly RegisterChange[]

export type AddingChange = (typeof addingChanges)[number]
export type EditingChange = (typeof editingChanges)[number]
export type EndingChange = (typeof endingChanges)[number]

/** How files write it. 取消 takes the entry out; 下放 and 整合 in a list describe entries that are still in it. */
export const changeWords: Readonly<
  Record<'added' | 'modified' | 'merged' | 'delegated' | 'cancelled', readonly string[]>
> = {
  added: ['新增', '增加', '承接'],
  modified: ['修改', '调整', '变更', '修订'],
  merged: ['整合', '合并'],
  delegated: ['下放', '委托下放'],
  cancelled: ['取消', '废止', '删除', '清理'],
}

export type WrittenChange = keyof typeof changeWords

export const findWrittenChange = (words: string): WrittenChange | undefined => {
  const wanted = words.normalize('NFKC').replaceAll(/\s/g, '')
  // The keys of a constant record are its type's keys.
  return (Object.keys(changeWords) as readonly WrittenChange[]).find((change) => changeWords[change].includes(wanted))
}
