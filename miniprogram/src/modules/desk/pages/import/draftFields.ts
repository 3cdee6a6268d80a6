import { isLedgerField, ledgerFields, type LedgerField } from '@shared/modules/ledger/fields';
import {
  importReasonAdvice,
  importReasonLabels,
  importReasons,
  type ImportReason,
} from '@shared/modules/ledger/reasons';

type Values = Readonly<Record<string, string>>;

const looksLikeDate = /^\d{4}(-\d{1,2}(-\d{1,2})?)?$/;
const dates = ['foundedOn', 'filedOn', 'validTo'] as const;
const counts = ['memberCount', 'partyMemberCount'] as const;
const numbers = ['leaderIdNumber', 'leaderPhone', 'filingCode', 'uscc'] as const;

const failing = <F extends LedgerField>(
  fields: readonly F[],
  values: Values,
  isGood: (text: string) => boolean,
): readonly LedgerField[] =>
  fields.filter((field) => values[field] !== undefined && values[field] !== '' && !isGood(values[field] ?? ''));

/** The fields a reason is about. The reason names the kind of fault; the values tell which cell it is. Empty: the row as a whole. */
export function fieldsOf(reason: ImportReason, values: Values): readonly LedgerField[] {
  switch (reason) {
    case 'missingName':
    case 'suspectName':
    case 'duplicateInFile':
    case 'duplicateInLedger':
      return ['name'];
    case 'missingCommunity':
    case 'unknownCommunity':
      return ['community'];
    case 'unknownCategory':
      return ['category'];
    case 'invalidIdNumber':
      return ['leaderIdNumber'];
    case 'invalidPhone':
      return ['leaderPhone'];
    case 'invalidUscc':
      return ['uscc'];
    case 'invalidDate':
      return failing(dates, values, (text) => looksLikeDate.test(text));
    case 'invalidCount':
      return failing(counts, values, (text) => /^\d{1,5}$/.test(text));
    case 'lossyNumber':
      return failing(numbers, values, (text) => !/e\+?\d|0{3}$/i.test(text));
    default:
      return [];
  }
}

export interface DraftFields {
  /** Reason and what to do, by field */
  marked: Partial<Record<LedgerField, string>>;
  /** Sentences about the row as a whole */
  general: string[];
}

const isReason = (word: string): word is ImportReason => (importReasons as readonly string[]).includes(word);

/** Where the sentences of a draft row belong. */
export function draftFields({
  reasons,
  sentences,
  values,
}: {
  reasons: readonly string[];
  sentences: readonly string[];
  values: Values;
}): DraftFields {
  const marked: DraftFields['marked'] = {};
  const general: string[] = [];
  reasons.forEach((reason, index) => {
    const sentence =
      sentences[index] ?? (isReason(reason) ? `${importReasonLabels[reason]}。${importReasonAdvice[reason]}` : '');
    const fields = isReason(reason) ? fieldsOf(reason, values) : [];
    if (fields.length === 0) general.push(sentence);
    fields.forEach((field) => {
      marked[field] = [marked[field], sentence].filter(Boolean).join(' ');
    });
  });
  return { marked, general };
}

/** The fields of the form: first what is marked, then what a row always has, then whatever else could be read. */
export function shownFields(values: Values, marked: DraftFields['marked']): LedgerField[] {
  const usual: readonly LedgerField[] = ['name', 'category', 'community', 'leaderName', 'leaderPhone'];
  const wanted = ledgerFields.filter(
    (field) =>
      field !== 'serial' &&
      field !== 'leaderAndPhone' &&
      (marked[field] ?? values[field] ?? usual.find((each) => each === field)) !== undefined,
  );
  return [...wanted.filter((field) => marked[field]), ...wanted.filter((field) => !marked[field])];
}

/** Columns that belong to no field, kept under their own heads. */
export const otherColumns = (values: Values): [string, string][] =>
  Object.entries(values).filter(([key]) => !isLedgerField(key));
