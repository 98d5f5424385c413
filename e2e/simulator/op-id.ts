/** Id of the operation in a canonical text; empty for a text that has none. Its data may name another operation, but not before a `seq`. */
export const opIdOf = (canon: string): string => /"op":"([0-9a-f-]{36})","seq":/.exec(canon)?.[1] ?? ''
