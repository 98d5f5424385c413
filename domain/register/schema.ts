/** A value of a field: text, whole number (int, fen), date `YYYY-MM-DD`, or the code of a choice; null = not stated. */
export type RegisterValue = string | number | null
export type RegisterValues = Readonly<Record<string, RegisterValue>>

interface FieldCommon {
  readonly key: string
  /** Column headers that mean it; the first is the official one. A unit in brackets behind it is understood. */
  readonly headers: readonly string[]
  readonly required: boolean
  /** False = kept for the work of the office, never shown to the public. */
  readonly public: boolean
}

export type RegisterField = FieldCommon &
  (
    | {
        readonly type: 'text'
        /** Longest, in UTF-16 units. */
        readonly max: number
        /** `name` and `id` of a party are masked when the party is a natural person. */
        readonly personal?: 'name' | 'id'
        /** Words that search finds the entry by. */
        readonly search?: true
      }
    | { readonly type: 'int'; readonly max: number }
    /** An amount in 分; columns give it in 元 unless they say 万元. */
    | { readonly type: 'fen'; readonly max: number }
    | { readonly type: 'date' }
    /** Code → the words that mean it; the first is shown. */
    | { readonly type: 'choice'; readonly choices: Readonly<Record<string, readonly string[]>> }
  )

/** A public register: what one of its entries says. */
export interface RegisterSchema {
  readonly fields: readonly RegisterField[]
  /** Field that holds the entry's own code (权力编码, 文号). Where it is empty, `identity` stands for it. */
  readonly code: string
  /** Fields that together tell an entry without code from all others. */
  readonly identity: readonly string[]
  readonly title: string
  readonly organ: string
  /** Entries tell of parties: identity and mobile numbers in their texts are masked. */
  readonly aboutParties: boolean
}

export const fieldOf = (schema: RegisterSchema, key: string): RegisterField | undefined =>
  schema.fields.find((field) => field.key === key)

/** What of an entry may be shown to everybody. */
export const publicValues = (schema: RegisterSchema, values: RegisterValues): RegisterValues =>
  Object.fromEntries(schema.fields.flatMap(({ key, public: shown }) => (shown ? [[key, values[key] ?? null]] : [])))

type Common = Partial<Pick<FieldCommon, 'required' | 'public'>>

const common = (key: string, headers: readonly string[], more: Common) => ({
  key,
  headers,
  required: more.required ?? false,
  public: more.public ?? true,
})

/** Short names for the data files. */
export const textField = (
  key: string,
  headers: readonly string[],
  max: number,
  { personal, search, ...more }: Common & { readonly personal?: 'name' | 'id'; readonly search?: true } = {},
): RegisterField => ({
  ...common(key, headers, more),
  type: 'text',
  max,
  ...(personal === undefined ? {} : { personal }),
  ...(search === undefined ? {} : { search }),
})

export const intField = (key: string, headers: readonly string[], max: number, more: Common = {}): RegisterField => ({
  ...common(key, headers, more),
  type: 'int',
  max,
})

/** Up to a trillion yuan: what no list of a county holds. */
export const fenField = (key: string, headers: readonly string[], more: Common = {}): RegisterField => ({
  ...common(key, headers, more),
  type: 'fen',
  max: 100_000_000_000_000,
})

export const dateField = (key: string, headers: readonly string[], more: Common = {}): RegisterField => ({
  ...common(key, headers, more),
  type: 'date',
})

export const choiceField = (
  key: string,
  headers: readonly string[],
  choices: Readonly<Record<string, readonly string[]>>,
  more: Common = {},
): RegisterField => ({ ...common(key, headers, more), type: 'choice', choices })
