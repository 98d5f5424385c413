/**
 * Number of the rules by which operations become states. Whoever changes what an old operation folds to, or adds a field to a state, raises
 * it: stores made by other rules fold their log again when they are opened.
 */
export const foldRules = 3
