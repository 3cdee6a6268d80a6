import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ButtonBar } from '@/components/ActionBar';
import { Page } from '@/components/Page';
import { useQuery } from '@/hooks/useQuery';
import { useSession } from '@/hooks/useSession';
import { Segments } from '../../components/Segments';
import { DraftList } from './DraftList';
import { importButton, ImportTable } from './ImportTable';
import { useImport } from './useImport';
import '../../staff.css';

type Tab = 'import' | 'drafts';

const pageSize = 20;

/** 导入台账：已有的表格一次读进来；有疑问的行留着核实，一行也不丢。 */
export default function ImportPage() {
  const { params } = useRouter();
  const { hat } = useSession();
  const ownRegion = hat?.regionCode ?? null;
  const [tab, setTab] = useState<Tab>(params.tab === 'drafts' ? 'drafts' : 'import');
  const [page, setPage] = useState(1);
  const drafts = useQuery('ledger.drafts', { page, pageSize }, { keep: false });
  const work = useImport(ownRegion, drafts.reload);
  const button = tab === 'import' ? importButton(work) : undefined;
  const open = (next: Tab) => {
    setTab(next);
    if (next === 'drafts') void drafts.reload();
  };
  return (
    <Page
      title="导入台账"
      note="已有的表格一次读进来；有疑问的行留着核实，一行也不会丢"
      wide
      bar={button ? <ButtonBar buttons={[button]} /> : undefined}
    >
      <Segments
        label="导入还是核实"
        segments={[
          { value: 'import', label: '导入表格' },
          { value: 'drafts', label: '待核实', count: drafts.data?.total },
        ]}
        value={tab}
        onChange={open}
      />
      {tab === 'import' ? (
        <ImportTable work={work} ownRegion={ownRegion} onDrafts={() => open('drafts')} />
      ) : (
        <DraftList drafts={drafts} within={ownRegion} onPage={setPage} />
      )}
    </Page>
  );
}
