import { aMaterial, aSnapshot, aSoleTrader } from '../case/_testing.ts'
import type { BundleRequest } from './open-bundle.ts'

type Over = Partial<Omit<BundleRequest, 'items'>>

/** A complete bundle of two matters, whose one paper serves both. */
export const aBundleRequest = (
  bundleId: string,
  [first, second]: readonly [string, string],
  over: Over = {},
): BundleRequest => ({
  bundleId,
  name: '开理发店一件事',
  organ: '青岚县行政审批局',
  applicant: aSoleTrader(),
  representative: null,
  joint: true,
  items: [
    { caseId: first, item: aSnapshot() },
    { caseId: second, item: aSnapshot({ id: 'T0002', name: '户外广告设置' }) },
  ],
  materials: [{ ...aMaterial({ name: '营业执照', form: 'copy' }), parts: [1, 2] }],
  pickup: 'window',
  remark: null,
  correctBy: null,
  ...over,
})
