/** Turns the data of one version of a kind into those of the next. Pure; what it is given has not been checked. */
export type Upcaster = (data: object) => object

/** By kind: from version 1 to 2, from 2 to 3 … A kind's newest version is one more than it has upcasters. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>

/**
 * Every upcaster ever shipped. A change of a kind's data that its schema does not take as it is adds one here; none is ever changed or
 * removed, because operations of every version lie in logs for decades (SYN-41).
 */
export const upcasters: Upcasters = {}
