const FORM = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}(18|19|20)\d{9}[\dX]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
const LENGTH = 18
const SHOWN = 4

/** As the service wants it: without blanks, with a capital X. */
export function tidyIdNumber(typed: string): string {
  return typed.replace(/\s/g, '').toUpperCase()
}

/** Whether the form, the date and the check character are right (GB 11643-1999). The service judges. */
export function idNumberLooksRight(text: string): boolean {
  return FORM.test(text) && hasDate(text) && text[LENGTH - 1] === checkCharacter(text)
}

/** `6590**********1234`, as the service masks it; of anything else nothing is shown. */
export function maskIdNumber(text: string): string {
  return text.length === LENGTH
    ? text.slice(0, SHOWN) + '*'.repeat(LENGTH - 2 * SHOWN) + text.slice(-SHOWN)
    : '*'.repeat(text.length)
}

function hasDate(text: string): boolean {
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

function checkCharacter(text: string): string | undefined {
  const sum = WEIGHTS.reduce((before, weight, at) => before + weight * Number(text[at]), 0)
  return CHECK_CHARACTERS[sum % CHECK_CHARACTERS.length]
}
