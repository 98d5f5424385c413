import type { RegisterName } from '../../domain/register/registers.ts'

/** What the public registers are called. */
export const registerWords: Readonly<Record<RegisterName, string>> = {
  power_list: '权责清单',
  discretion_standards: '行政裁量权基准',
  enforcement_results: '行政执法结果公开',
  fee_list: '收费目录清单',
  intermediary_services: '中介服务清单',
  fund_list: '财政专项资金清单',
}
