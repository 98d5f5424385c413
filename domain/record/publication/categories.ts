import type { Article } from '../../law/article.ts'

/** A column of the catalogue (目录). `code` is its place in the tree: `20-06-01` lies under `20-06`. */
export interface PublicationCategory {
  readonly code: string
  /** In the words of the Regulation. */
  readonly title: string
  readonly article: Article
}

const item = (n: number, title: string): PublicationCategory => ({
  code: `20-${String(n).padStart(2, '0')}`,
  title,
  article: `ogi2019:20(1)(${n})`,
})

const within = (parent: string, article: Article, titles: readonly string[]): readonly PublicationCategory[] =>
  titles.map((title, at) => ({ code: `${parent}-${String(at + 1).padStart(2, '0')}`, title, article }))

/**
 * What is published unasked: the fifteen items of article 20 and the further lists of article 21 for cities and counties and for
 * townships. Items that the annual report counts by kind have these kinds below them.
 */
export const publicationCategories: readonly PublicationCategory[] = [
  { code: '20', title: '应当主动公开的政府信息', article: 'ogi2019:20' },
  item(1, '行政法规、规章和规范性文件'),
  ...within('20-01', 'ogi2019:20(1)(1)', ['行政法规', '规章', '行政规范性文件', '其他文件']),
  item(2, '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名'),
  item(3, '国民经济和社会发展规划、专项规划、区域规划及相关政策'),
  item(4, '国民经济和社会发展统计信息'),
  item(5, '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果'),
  ...within('20-05', 'ogi2019:20(1)(5)', ['行政许可', '其他对外管理服务事项']),
  item(6, '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定'),
  ...within('20-06', 'ogi2019:20(1)(6)', ['行政处罚', '行政强制']),
  item(7, '财政预算、决算信息'),
  item(8, '行政事业性收费项目及其依据、标准'),
  item(9, '政府集中采购项目的目录、标准及实施情况'),
  item(10, '重大建设项目的批准和实施情况'),
  item(11, '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况'),
  item(12, '突发公共事件的应急预案、预警信息及应对情况'),
  item(13, '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况'),
  item(14, '公务员招考的职位、名额、报考条件等事项以及录用结果'),
  item(15, '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息'),
  { code: '21', title: '根据本地方具体情况主动公开的政府信息', article: 'ogi2019:21' },
  { code: '21-01', title: '设区的市级、县级人民政府及其部门', article: 'ogi2019:21' },
  ...within('21-01', 'ogi2019:21', [
    '市政建设',
    '公共服务',
    '公益事业',
    '土地征收',
    '房屋征收',
    '治安管理',
    '社会救助',
  ]),
  { code: '21-02', title: '乡（镇）人民政府', article: 'ogi2019:21' },
  ...within('21-02', 'ogi2019:21', [
    '贯彻落实农业农村政策',
    '农田水利工程建设运营',
    '农村土地承包经营权流转',
    '宅基地使用情况审核',
    '土地征收',
    '房屋征收',
    '筹资筹劳',
    '社会救助',
  ]),
]

const categoryByCode: ReadonlyMap<string, PublicationCategory> = new Map(
  publicationCategories.map((category) => [category.code, category]),
)

export const findCategory = (code: string): PublicationCategory | undefined => categoryByCode.get(code)

/** The columns directly below `code`; null = the top of the tree. */
export const categoriesBelow = (code: string | null): readonly PublicationCategory[] =>
  publicationCategories.filter((category) => parentCode(category.code) === code)

/** Entries are put into the lowest columns only, so that a count of the parts is a count of the whole. */
export const isLowestCategory = (code: string): boolean =>
  categoryByCode.has(code) && categoriesBelow(code).length === 0

/** True when `code` is `above` or lies below it. */
export const isWithinCategory = (code: string, above: string): boolean => code === above || code.startsWith(`${above}-`)

const parentCode = (code: string): string | null => {
  const cut = code.lastIndexOf('-')
  return cut === -1 ? null : code.slice(0, cut)
}
