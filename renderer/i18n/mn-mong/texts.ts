/** Some of the texts of an area, in its own shape. */
export type Texts<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Texts<T[K]> }
