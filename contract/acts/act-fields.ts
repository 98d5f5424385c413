import { z } from 'zod'

/** The fields of every act of a union, by kind, as schemas; the compiler holds them to the domain's types. */
export type ActFields<Act extends { readonly kind: string }> = {
  readonly [K in Act['kind']]: z.ZodObject & z.ZodType<Omit<Extract<Act, { readonly kind: K }>, 'kind'>>
}

/** `{kind, …fields}` for each kind. */
export const actSchemas = (fields: Readonly<Record<string, z.ZodObject>>) =>
  Object.entries(fields).map(([kind, schema]) => schema.extend({ kind: z.literal(kind) }))
