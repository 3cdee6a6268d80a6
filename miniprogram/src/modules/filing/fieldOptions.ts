import type { FormField } from '@shared/kernel/form';
import type { FilingDetail } from '@shared/modules/filing/schema';
import type { FormExtras } from '@/components/FormControl';
import { parsePeople } from '@/components/parsePeople';
import type { Values } from '@/hooks/formValues';
import { ask } from '@/client/call';
import type { Option } from '@/components/ChoiceTiles';

type CaseFacts = Pick<FilingDetail, 'ruleSet' | 'files'>;

const categoriesOf = ({ ruleSet }: CaseFacts): Option[] =>
  ruleSet.data.categories.map(({ code, label }) => ({ value: code, label }));

/** 花名册表格：the server reads the cells, the phone finds names and phones as in pasted lines. */
async function readRoster(fileId: string): Promise<Values[]> {
  const { lines } = await ask('ledger.readRoster', { fileId });
  return parsePeople(lines.join('\n')).people.map((person) => ({ ...person }));
}

/** Choices of a field: the local rules' categories, else what the form says. */
export const optionsOf = (field: FormField, filing: CaseFacts): readonly Option[] | undefined =>
  field.name === 'category' ? categoriesOf(filing) : field.options;

/** What the form's fields know beside the schema: local categories, what a file is for, names of files already sent. */
export function extrasOf(filing: CaseFacts): FormExtras {
  const fileNames = Object.fromEntries(filing.files.map(({ fileId, name }) => [fileId, name]));
  return {
    members: { readSheet: readRoster },
    category: { options: categoriesOf(filing) },
    venueProofFiles: { purpose: 'venueProof', fileNames },
    otherFiles: { purpose: 'other', fileNames },
    resolutionFiles: { purpose: 'other', fileNames },
  };
}
