import { z } from 'zod'
import { CenterCodeSchema, DeviceNoSchema } from '../../contract/primitives.ts'
import { flag } from './durability-options.ts'

const path = z.string().min(1).max(1000)

/** Options of the commands for parcels on a stick (PCL-1). */
export const parcelOptions = {
  /** Takes what a device sends, and with `out` writes the answer for it. */
  'bundle import': z.strictObject({ json: flag, file: path, out: path.optional() }),
  /** News for a device that has sent nothing. */
  'bundle export': z.strictObject({ json: flag, center: CenterCodeSchema, device: DeviceNoSchema, out: path }),
} as const

export type ParcelCommandName = keyof typeof parcelOptions
export type ParcelCommand = {
  [K in ParcelCommandName]: { readonly name: K; readonly options: z.infer<(typeof parcelOptions)[K]> }
}[ParcelCommandName]

export const isParcelCommand = <T extends { readonly name: string }>(
  command: T,
): command is Extract<T, { readonly name: ParcelCommandName }> => Object.hasOwn(parcelOptions, command.name)
