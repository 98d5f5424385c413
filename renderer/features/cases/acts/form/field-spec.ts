/** What an empty field stands for: it must be filled in, it says `null`, or it is left out. */
export type WhenEmpty = 'required' | 'null' | 'absent'

/** Things of the case that a field can only name one of. */
export const pickSources = [
  'thirdParty',
  'coProducer',
  'coordination',
  'step',
  'consultation',
  'feeLine',
  'clockFact',
  'validDocument',
  'voidDocument',
  'part',
] as const
export type PickSource = (typeof pickSources)[number]

/** One field of an act's form, read off the schema of the act: what it takes, and what it means to leave it empty. */
export type FieldSpec =
  | { readonly type: 'text'; readonly max: number; readonly empty: WhenEmpty }
  | { readonly type: 'date'; readonly empty: WhenEmpty }
  | { readonly type: 'choice'; readonly values: readonly string[]; readonly empty: WhenEmpty }
  /** Any number of them. */
  | { readonly type: 'choices'; readonly values: readonly string[] }
  | { readonly type: 'yesNo'; readonly empty: WhenEmpty }
  | { readonly type: 'number'; readonly min: number; readonly max: number; readonly empty: WhenEmpty }
  /** Typed in yuan, kept in 分. */
  | { readonly type: 'money'; readonly empty: WhenEmpty }
  /** `offered`: only these; absent = all that a reply can rest on. */
  | { readonly type: 'article'; readonly empty: WhenEmpty; readonly offered?: readonly string[] }
  /** A colleague, by id and name. */
  | { readonly type: 'staff'; readonly empty: WhenEmpty }
  /** Another case, found by its number. */
  | { readonly type: 'otherCase' }
  /** One of the things that the case has. */
  | { readonly type: 'pick'; readonly from: PickSource; readonly as: 'number' | 'id' }
  /** The checklist of the case. */
  | { readonly type: 'materials' }
  | { readonly type: 'group'; readonly fields: readonly NamedSpec[]; readonly empty: WhenEmpty }
  | { readonly type: 'list'; readonly item: FieldSpec; readonly max: number }
  /** One of several forms, told apart by the field `key`. */
  | {
      readonly type: 'variant'
      readonly key: string
      readonly variants: readonly { readonly name: string; readonly fields: readonly NamedSpec[] }[]
      readonly empty: WhenEmpty
    }

export interface NamedSpec {
  readonly name: string
  readonly spec: FieldSpec
}
