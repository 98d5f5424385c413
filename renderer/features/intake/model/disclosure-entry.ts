/**
 * Whether what is typed into the item picker means a disclosure request, 依申请公开: part of its name, or the initials of its pinyin. Nothing typed
 * means it too: the entry is always there.
 */
export const meansDisclosure = (text: string): boolean => {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  return spellings.some((spelling) => spelling.startsWith(typed) || (typed.length > 1 && spelling.includes(typed)))
}

const spellings = ['依申请公开', '政府信息公开申请', 'ysqgk', 'ysqg', 'yqgk', 'yqg', 'zfxxgksq']
