import { useEffect, useState } from 'react';
import type { RegionCode } from '@shared/kernel/regionScope';
import type { Output } from '@shared/contract';
import { mappingProblem } from '@shared/modules/ledger/mapping';
import type { FileRef } from '@/components/Uploader';
import { useAction } from '@/hooks/useAction';
import { useQuery } from '@/hooks/useQuery';

export type Preview = Output<'ledger.importPreview'>;
export type Report = Output<'ledger.importCommit'>;

type Mapping = Record<string, string>;

const mappingOf = (columns: Preview['columns']): Mapping =>
  Object.fromEntries(columns.flatMap(({ index, field }) => (field === null ? [] : [[String(index), field]])));

/** The columns of one sheet as somebody corrected them; another sheet begins again with the proposal. */
interface Words {
  sheet?: string;
  mapping?: Mapping;
}

/** One import on its way: file, region, sheet, columns; what would become of the rows; and the report after. `after` runs when it is done. */
export function useImport(ownRegion: RegionCode | null, after: () => Promise<void>) {
  const [file, setFile] = useState<FileRef>();
  const [chosenRegion, setRegion] = useState<RegionCode>();
  const [words, setWords] = useState<Words>({});
  const [shown, setShown] = useState<Preview>();
  const [report, setReport] = useState<Report>();
  const regionCode = chosenRegion ?? ownRegion ?? undefined;
  const problem = words.mapping && mappingProblem(words.mapping);
  const source = { fileId: file?.fileId ?? '', regionCode: regionCode ?? '', ...words };
  const query = useQuery('ledger.importPreview', source, {
    enabled: Boolean(file && regionCode && !problem && !report),
    keep: false,
  });
  const { data } = query;
  useEffect(() => {
    if (data) setShown(data);
  }, [data]);
  const perform = useAction();

  const columns =
    shown?.columns.map((column) =>
      words.mapping ? { ...column, field: words.mapping[String(column.index)] ?? null } : column,
    ) ?? [];
  return {
    file,
    regionCode,
    query,
    /** The last answer: while a correction is read the page stays as it was */
    preview: shown && file ? { ...shown, columns } : undefined,
    /** What is wrong with the columns as chosen now */
    problem: problem ?? (query.data ? undefined : query.error?.message),
    isReading: Boolean(file) && !query.data && !query.error && !problem,
    report,
    isCommitting: perform.pending !== undefined,
    takeFile: (next: FileRef | undefined) => {
      setFile(next);
      setWords({});
      setShown(undefined);
      setReport(undefined);
    },
    setRegion,
    setSheet: (sheet: string) => setWords({ sheet }),
    setColumn: (index: number, field: string | undefined) => {
      const mapping = mappingOf(columns);
      const next = { ...mapping, [String(index)]: field ?? '' };
      setWords({ ...words, mapping: Object.fromEntries(Object.entries(next).filter(([, each]) => each !== '')) });
    },
    commit: async () => {
      if (regionCode) setReport(await perform('ledger.importCommit', { ...source, regionCode }, { after }));
    },
  };
}

export type Import = ReturnType<typeof useImport>;
