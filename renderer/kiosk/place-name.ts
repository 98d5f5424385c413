import { registerWords } from '../../contract/words/register-words.ts'
import { findCategory } from '../../domain/record/publication/categories.ts'
import { isRegisterName } from '../../domain/register/registers.ts'

/** A public register, or a column of the catalogue in the words of the Regulation. */
export const placeName = (place: string): string =>
  isRegisterName(place) ? registerWords[place] : (findCategory(place)?.title ?? place)
