import type { Role } from '../../../domain/case/role.ts'

/** Whoever `conflict.decide` is for (domain/record/conflict/workflow.ts). */
export const deciders: ReadonlySet<Role> = new Set<Role>(['supervisor', 'head', 'administrator'])
