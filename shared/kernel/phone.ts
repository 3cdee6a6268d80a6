const mobile = /^1[3-9]\d{9}$/;
/** 区号 3–4 位加 7–8 位号码，可带分机；400、800 开头的服务号码。 */
const landline = /^0(10|2\d|[3-9]\d{2})[2-9]\d{6,7}(-\d{1,6})?$|^[48]00\d{7}$/;

/** Digits only, home form: `+86 546 8381234` → `05468381234`. */
function digitsOf(text: string): string {
  const main = text.replace(/[-.()·_]/g, '');
  const abroad = /^(\+|00)86/.test(main);
  const number = abroad ? main.replace(/^(\+|00)86/, '') : main.replace(/^86(?=1[3-9]\d{9}$)/, '');
  // Dialled from abroad the area code loses its zero.
  return abroad && landline.test(`0${number}`) ? `0${number}` : number;
}

/** The number as it is dialled: no blanks, dashes, brackets, full-width digits or +86. An extension keeps one dash: `05468381234-801`. */
export function normalizePhone(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[‐-―−ー]/g, '-');
  const [, main, extension] = /^(.*\d)(?:转|分机|ext\.?|#|-)(\d{1,6})$/i.exec(plain) ?? [];
  if (main !== undefined && landline.test(digitsOf(main)) && !landline.test(digitsOf(plain)))
    return `${digitsOf(main)}-${extension}`;
  return digitsOf(plain);
}

/** 手机号, in any spelling. */
export const isMobile = (text: string): boolean => mobile.test(normalizePhone(text));

/** 固定电话（带区号）或 400 电话, in any spelling. */
export const isLandline = (text: string): boolean => landline.test(normalizePhone(text));

/** Why a text is not a phone number, as a sentence; undefined when it is one. */
export function phoneProblem(text: string): string | undefined {
  const number = normalizePhone(text);
  if (number === '') return '请填写联系电话';
  if (mobile.test(number) || landline.test(number)) return undefined;
  if (/[^\d-]/.test(number)) return '电话里只能有数字，请删去其他字符';
  if (/^[2-9]\d{6,7}$/.test(number)) return '固定电话请加上区号，例如 0546-8381234';
  if (number.startsWith('1')) return `手机号应为 11 位，现在是 ${number.length} 位或号段不对，请检查`;
  return '电话号码不对，请填写 11 位手机号，或带区号的固定电话';
}

/** Why a text is not a mobile number (where messages must arrive); undefined when it is one. */
export function mobileProblem(text: string): string | undefined {
  return isLandline(text) ? '这里请填写手机号，不能用固定电话' : phoneProblem(text);
}
