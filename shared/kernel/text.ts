import * as z from 'zod';

/*
 * Ranges are spelled out instead of `\p{…}`: the phone's build is ES5, where a property escape becomes a table of several
 * kilobytes. Characters above U+FFFF appear as surrogate pairs.
 */
const controls = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
/** Zero width, bidi marks, fillers, variation selectors, byte order mark: Unicode's default-ignorable characters. */
const ignorables =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb';
const highIgnorables = '\\udb40[\\udc00-\\udfff]|\\ud82f[\\udca0-\\udca3]|\\ud834[\\udd73-\\udd7a]';
const loneSurrogate = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(^|[^\\ud800-\\udbff])[\\udc00-\\udfff]';

const invisiblePattern = new RegExp(`[${controls}${ignorables}]|${highIgnorables}`);
const invisibleAll = new RegExp(invisiblePattern.source, 'g');
const lonePattern = new RegExp(loneSurrogate);
/** Brackets, quotes, dashes, dots and other marks that two people type differently in one and the same name. */
const marksAll =
  /[\s!-/:-@[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u02b9-\u02df\u1361-\u1368\u2000-\u206f\u3000-\u3004\u3008-\u3020\u3030\u303d\u30a0\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/g;

/** False when a surrogate stands alone: no database and no font can keep such a text. */
export const isWellFormed = (text: string): boolean => !lonePattern.test(text);

const dropLoneSurrogates = (text: string): string =>
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (unit) => (unit.length === 2 ? unit : ''));

/** What a person typed, without what he cannot see: no control, invisible or bidi characters, no lone surrogates, no blanks around it. Line breaks stay. */
export function cleanText(text: string): string {
  const lines = dropLoneSurrogates(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ');
  return lines.replace(invisibleAll, '').trim();
}

/** `cleanText` on one line: names, numbers, titles. Runs of blanks become one. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

function foldOnce(text: string): string {
  const plain = dropLoneSurrogates(text).replace(invisibleAll, '').normalize('NFKC').toLowerCase().normalize('NFKC');
  return plain.replace(invisibleAll, '').replace(marksAll, '');
}

/** The form under which two spellings of a name are the same: width, case, blanks, brackets, quotes and invisible characters do not count. */
export function foldText(text: string): string {
  let folded = foldOnce(text);
  // Dropping a character can bring a letter and its accent together: repeat until nothing changes.
  for (let next = foldOnce(folded); next !== folded; next = foldOnce(folded)) folded = next;
  return folded;
}

const unique = (values: readonly string[]): string[] => Array.from(new Set(values));

const bigrams = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);

/** One- and two-character pieces of a folded text, for the substring index. */
export function grams(folded: string): string[] {
  const characters = Array.from(folded);
  return unique([...characters, ...bigrams(characters)]);
}

/** The pieces that every text containing the query must have; empty when nothing is left to search for. */
export function gramsOfQuery(query: string): string[] {
  const characters = Array.from(foldText(query));
  return unique(characters.length < 2 ? characters : bigrams(characters));
}

const latin = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/;
const lookalikes =
  /[\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u10a0-\u10ff\u13a0-\u13ff\u1c80-\u1c8f\u1f00-\u1fff\u2c80-\u2cff\u2de0-\u2dff\ua640-\ua69f\uab70-\uabbf]/;
const han = /[\u3007\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud88f][\udc00-\udfff]/;
const radicals = /[\u2e80-\u2fdf]/;
const privateUse = /[\ue000-\uf8ff\ufffd-\uffff]|[\udb80-\udbff][\udc00-\udfff]/;
const pictures =
  /[\u231a\u231b\u2328\u23e9-\u23f3\u25a0-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299]|\ud83c[\udc00-\udfff]|\ud83d[\udc00-\udfff]|\ud83e[\udc00-\udfff]/;

/** Letters of another alphabet that look like Latin ones, between Latin letters or Chinese characters: 「Соmmunity」 written with Cyrillic С and о. */
export function hasMixedScripts(text: string): boolean {
  const plain = text.normalize('NFKC');
  return lookalikes.test(plain) && (latin.test(plain) || han.test(plain));
}

/** 组织名称最长 40 个字。 */
export const nameLengthMax = 40;

/** What is wrong with a name, as sentences; empty when it may be used. */
export function nameProblems(name: string): string[] {
  const problems: string[] = [];
  const visible = cleanLine(name);
  if (visible === '') return ['请填写名称'];
  if (invisiblePattern.test(name) || !isWellFormed(name)) problems.push('名称里有看不见的字符，请删去后重新输入');
  if (hasMixedScripts(visible)) problems.push('名称里混有形似的外文字母，请用同一种文字重新输入');
  if (pictures.test(visible)) problems.push('名称里不能有表情或图形符号，请删去');
  if (privateUse.test(visible) || radicals.test(visible))
    problems.push('名称里有不能通用的字，请用输入法重新输入这个字');
  if (Array.from(visible).length > nameLengthMax) problems.push(`名称不能超过 ${nameLengthMax} 个字，请缩短`);
  return problems;
}

const illFormed = '内容里有无法识别的字符，请删去后重新输入';

/** Text of several lines as the server keeps it: cleaned, well-formed, at most `max` characters. */
export const plainText = (max: number) =>
  z.string().refine(isWellFormed, illFormed).overwrite(cleanText).max(max, `最多 ${max} 个字，请缩短`);

/** Text of one line: cleaned, well-formed, blanks folded, at most `max` characters. */
export const plainLine = (max: number) =>
  z.string().refine(isWellFormed, illFormed).overwrite(cleanLine).max(max, `最多 ${max} 个字，请缩短`);

/** A line that must not be empty; `missing` is the sentence shown when it is. */
export const requiredLine = (max: number, missing = '请填写这一项') => plainLine(max).min(1, missing);
