/** 公民身份号码，GB 11643：前 17 位加权，第 18 位为校验码。 */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';
/** 省级代码；81、82、83 为港澳台居民居住证，91 为外国人永久居留身份证。 */
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** Width, blanks and the letter x made uniform. */
export const normalizeIdNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff-]/g, '')
    .replace(/[×✕✖╳]$/, 'X')
    .toUpperCase();

/** The 18th character of an ID number, from its first 17. */
export function idCheckCharacter(first17: string): string {
  const sum = weights.reduce<number>((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
  return checkCharacters.charAt(sum % 11);
}

/** A day of the calendar, not 30 February. */
function isDay(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const time = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
}

const writtenBirthDate = (id: string): string => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;

/** Why a text is not an ID number, as a sentence; undefined when it is one. Expects any spelling. */
export function idNumberProblem(text: string): string | undefined {
  const id = normalizeIdNumber(text);
  if (id === '') return '请填写身份证号';
  if (/^\d{15}$/.test(id)) return '15 位的旧身份证号已停用，请填写 18 位的身份证号';
  if (id.length !== 18) return `身份证号应为 18 位，现在是 ${id.length} 位，请对照证件检查`;
  if (!/^\d{17}[\dX]$/.test(id)) return '身份证号只有数字，最后一位可以是 X，请对照证件检查';
  if (!provinces.test(id)) return '身份证号开头的地区不存在，请对照证件检查';
  if (!isDay(writtenBirthDate(id))) return '身份证号里的出生日期不存在，请对照证件检查';
  if (idCheckCharacter(id.slice(0, 17)) !== id.charAt(17)) return '身份证号校验不符，可能有一位写错了，请对照证件检查';
  return undefined;
}

/** True for a valid number written in its normal form (18 characters, upper-case X). */
export const isIdNumber = (id: string): boolean => id === normalizeIdNumber(id) && idNumberProblem(id) === undefined;

/** Birth date (`YYYY-MM-DD`) in an ID number; undefined when the number is not valid. */
export const birthDateOf = (id: string): string | undefined =>
  idNumberProblem(id) === undefined ? writtenBirthDate(normalizeIdNumber(id)) : undefined;

/** Sex in an ID number: odd 17th digit is male. Undefined when the number is not valid. */
export function sexOf(id: string): 'male' | 'female' | undefined {
  if (idNumberProblem(id) !== undefined) return undefined;
  return Number(normalizeIdNumber(id).charAt(16)) % 2 === 1 ? 'male' : 'female';
}

/** 周岁: full years from a birth date to a civil date (`YYYY-MM-DD` both). Negative before birth. Born on 29 February: 1 March in common years. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
