import { foldText } from '@shared/kernel/text';
import { isLedgerField, ledgerFieldWords, ledgerFields, type LedgerField } from './fields';

/** Column (from 0) → field. A column that is not named is kept as it is, under its own header. */
export type ColumnMapping = Readonly<Record<number, LedgerField>>;

export interface ColumnProposal {
  column: number;
  header: string;
  field: LedgerField | undefined;
  /** 0–1: 1 the very word, 0.6 a word that ends with it */
  confidence: number;
}

const words: readonly { field: LedgerField; word: string }[] = Object.entries(ledgerFieldWords).flatMap(
  ([field, list]) => list.map((word) => ({ field: field as LedgerField, word: foldText(word) })),
);
const exact = new Map(words.map(({ field, word }) => [word, field]));
/** Long enough to say something at the end of a longer word. */
const endings = words.filter(({ word }) => word.length >= 2).sort((one, other) => other.word.length - one.word.length);

/** Heads of columns that are about somebody or something else. */
const foreign = /党组织|党支部|支部|主管单位|指导单位|业务主管|是否|联络员|指导员|理事|监事|副|第二|学历|性别|年龄/;
const leaderAndPhone =
  /^(组织|团队|队伍)?(负责人|联系人|法人|队长|会长)(姓名)?(及|和|与|或)?(联系)?(电话|方式|手机|手机号|手机号码|电话号码)$/;

const withoutBrackets = (header: string): string =>
  header.normalize('NFKC').replace(/[([【〔<][^)\]】〕>]*[)\]】〕>]/g, '');

/** Which field a header means and how sure that is. */
export function fieldOfHeader(header: string): { field: LedgerField; confidence: number } | undefined {
  const whole = foldText(header);
  const bare = foldText(withoutBrackets(header));
  if (whole === '' || whole.length > 20) return undefined;
  const joined = /(及|和|与|\/|、|\n)/.test(header.trim()) && leaderAndPhone.test(whole);
  if (joined) return { field: 'leaderAndPhone', confidence: 0.9 };
  const very = exact.get(whole);
  if (very) return { field: very, confidence: 1 };
  const nearly = exact.get(bare);
  if (nearly) return { field: nearly, confidence: 0.9 };
  if (foreign.test(bare)) return undefined;
  const ending = endings.find(({ word }) => bare.endsWith(word));
  return ending ? { field: ending.field, confidence: 0.6 } : undefined;
}

/** The proposal for each column of a header; a field is given to one column only, the surest and then the leftmost. */
export function proposeMapping(headers: readonly string[]): ColumnProposal[] {
  const guesses = headers.map((header, column) => ({ column, header, guess: fieldOfHeader(header) }));
  const taken = new Map<LedgerField, number>();
  const surest = [...guesses].sort(
    (one, other) => (other.guess?.confidence ?? 0) - (one.guess?.confidence ?? 0) || one.column - other.column,
  );
  for (const { column, guess } of surest) {
    if (guess && !taken.has(guess.field)) taken.set(guess.field, column);
  }
  return guesses.map(({ column, header, guess }) =>
    guess && taken.get(guess.field) === column
      ? { column, header, field: guess.field, confidence: guess.confidence }
      : { column, header, field: undefined, confidence: 0 },
  );
}

/** The mapping of a proposal, as the next step takes it. */
export const mappingOf = (proposals: readonly ColumnProposal[]): ColumnMapping =>
  Object.fromEntries(proposals.flatMap(({ column, field }) => (field ? [[column, field]] : [])));

/** What is wrong with a mapping a person corrected, as a sentence; undefined when it can be used. */
export function mappingProblem(mapping: Readonly<Record<number, string>>): string | undefined {
  const chosen = Object.values(mapping);
  if (chosen.some((field) => !isLedgerField(field))) return '有的列选了不认识的栏目，请重新选择';
  if (!chosen.includes('name')) return '请指出哪一列是组织名称';
  const twice = ledgerFields.find((field) => chosen.filter((each) => each === field).length > 1);
  return twice && twice !== 'serial' ? '同一个栏目选了两列，请只保留一列' : undefined;
}
