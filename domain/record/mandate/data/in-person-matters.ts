import type { Article } from '../../../law/article.ts'

/**
 * Matters that the person must do himself, found by the name of the item: acts of status (民法典 art. 161(2) with 1049 and 1076).
 * A name with one of the words `unless` asks for a copy or a proof only, which an agent may do. What a guide says about its own item
 * comes beside this.
 */
export const inPersonMatters: readonly { readonly word: string; readonly article: Article }[] = [
  { word: '结婚登记', article: 'civilCode:1049' },
  { word: '离婚登记', article: 'civilCode:1076(1)' },
  { word: '收养登记', article: 'civilCode:161(2)' },
  { word: '收养关系登记', article: 'civilCode:161(2)' },
  { word: '遗嘱公证', article: 'civilCode:161(2)' },
]

export const unless = ['补领', '补办', '证明', '查询', '档案', '复印'] as const
