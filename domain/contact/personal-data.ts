import type { Applicant } from '../case/applicant.ts'

/** Mobile numbers and identity numbers, with the blanks and hyphens that people put into them taken out. */
const numbers = [/1[3-9]\d{9}/, /\d{17}[\dXx]/]

/** True when a text names the person, or holds a number by which somebody could be found. */
export const hasPersonalData = (text: string, person: Applicant): boolean => {
  const plain = text.replaceAll(/[\s-]/g, '')
  const own = [person.name, person.contactName, person.idNumber, person.contactIdNumber, person.phone]
  return (
    numbers.some((number) => number.test(plain)) ||
    own.some((one) => {
      const word = (one ?? '').replaceAll(/[\s-]/g, '')
      return word.length > 1 && plain.includes(word)
    })
  )
}
