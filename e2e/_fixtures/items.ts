import { sampleGuide } from '../../server/sample/sample-guide.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'

/** Ends beyond every calendar that can be published: two years of working days. */
export const longItem: ServiceItem = {
  ...sampleGuide,
  id: 'TEST-LONG',
  code: null,
  name: '历史建筑修缮方案审查',
  organ: '县住房和城乡建设局',
  legalBasis: ['《历史文化名城名镇名村保护条例》第三十五条'],
  statutoryDays: 500,
  promisedDays: 480,
}

/** A licence whose guide states no limit: the law does. */
export const lawItem: ServiceItem = {
  ...sampleGuide,
  id: 'TEST-LAW',
  code: null,
  name: '户外广告设施设置许可',
  organ: '县城市管理局',
  statutoryDays: null,
  promisedDays: null,
}

/** No licence, and its guide states no limit: there is none. */
export const openItem: ServiceItem = { ...lawItem, id: 'TEST-OPEN', name: '户外广告登记咨询', kind: '公共服务' }

/** Decided while one waits: a certificate that is looked up and printed. */
export const instantItem: ServiceItem = {
  ...openItem,
  id: 'TEST-INSTANT',
  name: '社会保险参保证明打印',
  organ: '县人力资源和社会保障局',
  handling: 'instant',
  statutoryDays: 0,
  promisedDays: 0,
  fee: { charged: false, basis: null, standard: null },
  resultName: '参保证明',
  materials: sampleGuide.materials.slice(0, 1),
}
