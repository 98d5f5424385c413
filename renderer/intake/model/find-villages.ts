/** Villages whose name or code holds what was typed, those that begin with it first; none while nothing is typed. */
export const findVillages = (villages: readonly string[], typed: string): readonly string[] => {
  const wanted = plain(typed)
  if (wanted === '') return []
  const fitting = villages.filter((village) => plain(village).includes(wanted))
  const begins = (village: string): boolean => plain(village).startsWith(wanted)
  return [...fitting.filter(begins), ...fitting.filter((village) => !begins(village))]
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
