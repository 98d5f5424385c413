import { openBundle } from '../../domain/bundle/open-bundle.ts'
import { sharedChecklist } from '../../domain/bundle/shared-checklist.ts'
import { aSoleTrader } from '../../domain/case/_testing.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import { snapshotOf } from '../../domain/service/snapshot.ts'
import { sampleGuide } from '../../server/sample/sample-guide.ts'
import { collected } from './letter-intakes.ts'

/** The request for the hygiene licence within the bundle. */
export const hygienePart = '0190d0a0-0000-7000-8000-000000000021'

/** Asks for the business licence as the hygiene licence does, and for a drawing of its own. */
const signboard: ServiceItem = {
  ...sampleGuide,
  id: 'Q0002',
  code: null,
  name: '户外招牌设置许可',
  organ: '县城市管理局',
  group: null,
  legalBasis: ['《城市市容和环境卫生管理条例》第十一条'],
  materials: [
    ...sampleGuide.materials.filter(({ name }) => name === '营业执照'),
    { name: '招牌设计效果图', form: 'original', copies: 1, required: true, tolerable: false, source: null },
  ],
}

/** One intake for two matters: the bundle and a request for each of its parts. */
export const hairdresser = openBundle({
  bundleId: '0190d0a0-0000-7000-8000-000000000020',
  name: '开理发店一件事',
  organ: '县行政审批局',
  applicant: aSoleTrader(),
  representative: null,
  joint: true,
  items: [
    { caseId: hygienePart, item: snapshotOf(sampleGuide) },
    { caseId: '0190d0a0-0000-7000-8000-000000000022', item: snapshotOf(signboard) },
  ],
  materials: sharedChecklist([collected(sampleGuide), collected(signboard)]),
  pickup: 'window',
  remark: null,
  correctBy: null,
})
