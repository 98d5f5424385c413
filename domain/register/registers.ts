import type { RegisterSchema } from './schema.ts'
import { discretionStandards } from './schemas/discretion-standards.ts'
import { enforcementResults } from './schemas/enforcement-results.ts'
import { feeList } from './schemas/fee-list.ts'
import { fundList } from './schemas/fund-list.ts'
import { intermediaryServices } from './schemas/intermediary-services.ts'
import { powerList } from './schemas/power-list.ts'

/** The public registers of a center. A register's name is a part of the key of its entries and never changes. */
export const registerSchemas = {
  power_list: powerList,
  discretion_standards: discretionStandards,
  enforcement_results: enforcementResults,
  fee_list: feeList,
  intermediary_services: intermediaryServices,
  fund_list: fundList,
} as const satisfies Readonly<Record<string, RegisterSchema>>

export type RegisterName = keyof typeof registerSchemas

// The keys of a constant record are its type's keys.
export const registerNames = Object.keys(registerSchemas) as readonly RegisterName[] as readonly [
  RegisterName,
  ...RegisterName[],
]

export const schemaOf = (register: RegisterName): RegisterSchema => registerSchemas[register]

export const isRegisterName = (word: string): word is RegisterName => Object.hasOwn(registerSchemas, word)
