import { StoreError } from '../store-error.ts'

/**
 * `whole`, or `careful` where this version cannot keep what the log folds to (SYN-106). Whatever the history holds, the cursor moves on;
 * looking at every state on the way is dear, so that it is done only then.
 */
export const asFarAsKept = <T>(whole: () => T, careful: () => T): T => {
  try {
    return whole()
  } catch (error) {
    if (error instanceof StoreError) throw error
    return careful()
  }
}
