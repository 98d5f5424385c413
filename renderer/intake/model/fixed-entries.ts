/** Matters that are begun without an item of the catalogue. */
export const fixedEntries = ['disclosure', 'consultation', 'complaint', 'bundle'] as const
export type FixedEntry = (typeof fixedEntries)[number]

/** Names and the initials of their pinyin. */
const spellings: Readonly<Record<FixedEntry, readonly string[]>> = {
  disclosure: ['依申请公开', '政府信息公开申请', 'ysqgk', 'ysqg', 'yqgk', 'yqg', 'zfxxgksq'],
  consultation: ['咨询', '问事', 'zx', 'zixun'],
  bundle: ['一件事', '联办', '并联办理', 'yjs', 'lianban', 'lb'],
  complaint: ['投诉', '举报', '求助', '意见建议', 'tousu', 'ts', 'jubao', 'yjjy'],
}

/** Which of them is meant by what is typed into the picker: part of a name, or initials. Nothing typed means all: the entries are always there. */
export const meantEntries = (text: string): readonly FixedEntry[] => {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  return fixedEntries.filter((entry) =>
    spellings[entry].some((spelling) => spelling.startsWith(typed) || (typed.length > 1 && spelling.includes(typed))),
  )
}
