/** Id of the operation in a canonical text; empty for a text that has none. */
export const opIdOf = (canon: string): string => /"op":"([0-9a-f-]{36})"/.exec(canon)?.[1] ?? ''
