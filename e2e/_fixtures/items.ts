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
