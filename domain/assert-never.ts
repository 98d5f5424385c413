/** Ends an exhaustive switch: the compiler refuses a forgotten case, and a value from outside the types is a bug. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
