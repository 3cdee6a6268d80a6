/** 统一社会信用代码，GB 32100-2015：18 位，字母表不含 I、O、S、V、Z。 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** 民政部门登记的三类：51 社会团体、52 社会服务机构（民办非企业单位）、53 基金会。 */
export type UsccKind = 'association' | 'serviceInstitution' | 'foundation';
const kinds: Readonly<Record<string, UsccKind>> = {
  '51': 'association',
  '52': 'serviceInstitution',
  '53': 'foundation',
};

/** Width, blanks and case made uniform. */
export const normalizeUscc = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff-]/g, '')
    .toUpperCase();

/** The 18th character of a code, from its first 17. */
export function usccCheckCharacter(first17: string): string {
  const sum = weights.reduce<number>(
    (total, weight, index) => total + weight * alphabet.indexOf(first17.charAt(index)),
    0,
  );
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Why a text is not a credit code, as a sentence; undefined when it is one. Expects any spelling. */
export function usccProblem(text: string): string | undefined {
  const code = normalizeUscc(text);
  if (code === '') return '请填写统一社会信用代码';
  if (/[IOSVZ]/.test(code)) return '统一社会信用代码里没有字母 I、O、S、V、Z，请对照证书改为数字或其他字母';
  if (/[^0-9A-Z]/.test(code)) return '统一社会信用代码只有数字和大写字母，请对照证书检查';
  if (code.length !== 18) return `统一社会信用代码应为 18 位，现在是 ${code.length} 位，请对照证书检查`;
  if (!/^\d{6}$/.test(code.slice(2, 8))) return '统一社会信用代码第 3 至 8 位应为数字，请对照证书检查';
  if (usccCheckCharacter(code.slice(0, 17)) !== code.charAt(17))
    return '统一社会信用代码校验不符，可能有一位写错了，请对照证书检查';
  return undefined;
}

/** True for a valid code written in its normal form (18 characters, upper case). */
export const isUscc = (code: string): boolean => code === normalizeUscc(code) && usccProblem(code) === undefined;

/** The kind of a code given out by civil affairs, undefined for enterprises and others. */
export const usccKind = (code: string): UsccKind | undefined => kinds[normalizeUscc(code).slice(0, 2)];
