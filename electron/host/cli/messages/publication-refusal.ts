import type { RefusalCode } from '../../../../domain/case/refusal.ts'

/** Why an act on the catalogue or a register was refused, in plain words; null for other refusals. */
export const publicationRefusalSentence = (code: RefusalCode): string | null => sentences[code] ?? null

const sentences: Readonly<Partial<Record<RefusalCode, string>>> = {
  secrecy_review_missing: '还没有经过保密审查，不能公开；请先送审，或写明已经完成的审查',
  review_finds_ground: '审查发现有不予公开的情形，不能通过；请作不予公开，或删去有关内容后重新送审',
  not_public: '这条信息没有公开，不需要这样办理',
  publication_period_runs: '公示期还没有届满，不能停止公示；提前停止的，请写明理由',
  validity_not_applicable: '只有规章和行政规范性文件有效力状态',
  effective_before_previous: '生效日期不能早于上一版本的生效日期',
  personal_data_unmasked: '内容里有未隐去的个人信息，请隐去后再公开',
}
