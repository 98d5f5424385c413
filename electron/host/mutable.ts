/** The same type without `readonly`, all the way down. */
export type Mutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : { -readonly [K in keyof T]: Mutable<T[K]> }

/**
 * Our own data is `readonly`; oRPC infers mutable types from the schemas. Nothing changes an answer on its way out, so the
 * value is handed on as it is.
 */
export const toMutable = <T>(value: T): Mutable<T> => value as Mutable<T>
