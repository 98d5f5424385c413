/**
 * 事项类型, GB/T 39046-2020 table A.1 (00 is their sum and 11+, 21+ are local extensions, which a catalogue must name
 * by one of these).
 */
export const itemKinds = [
  '行政许可',
  '行政处罚',
  '行政强制',
  '行政征收',
  '行政给付',
  '行政检查',
  '行政确认',
  '行政奖励',
  '行政裁决',
  '其他行政权力',
  '公共服务',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** The kind for a word or a code of table A.1; undefined when it is none. */
export const findItemKind = (value: string): ItemKind | undefined => {
  const words = value.replaceAll(/\s/g, '').replace(/(?<=.)(事项|类)$/, '')
  return itemKinds.find((kind) => kind === words) ?? aliases.get(words)
}

const aliases: ReadonlyMap<string, ItemKind> = new Map([
  ['01', '行政许可'],
  ['02', '行政处罚'],
  ['03', '行政强制'],
  ['04', '行政征收'],
  ['05', '行政给付'],
  ['06', '行政检查'],
  ['07', '行政确认'],
  ['08', '行政奖励'],
  ['09', '行政裁决'],
  ['10', '其他行政权力'],
  ['20', '公共服务'],
  ['其他', '其他行政权力'],
  ['其他权力', '其他行政权力'],
  ['其他职权', '其他行政权力'],
  ['其它行政权力', '其他行政权力'],
])
