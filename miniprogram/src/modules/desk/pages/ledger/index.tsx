import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { todayIn } from '@shared/kernel/civilDate';
import { mayExportPersonal } from '@shared/modules/ledger/policy';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Sheet } from '@/components/Sheet';
import { TextInput } from '@/components/TextInput';
import { openPage } from '@/hooks/navigate';
import { useElderMode } from '@/hooks/useElderMode';
import { useQuery } from '@/hooks/useQuery';
import { useSession } from '@/hooks/useSession';
import { useWide } from '@/hooks/useWide';
import { pages, withQuery } from '@/routes';
import { Pager } from '../../components/Pager';
import { useActor } from '../../useActor';
import { AddRegistered } from './AddRegistered';
import { ExportDialog } from './ExportDialog';
import { askedFilter, conditionsOf, filterOfAddress, type LedgerFilter } from './filter';
import { Filters } from './Filters';
import { LedgerCells, LedgerTable } from './LedgerTable';
import '../../staff.css';

const pageSize = 50;

/** Rows of an import that wait for a clerk. */
function DraftsLine() {
  const drafts = useQuery('ledger.drafts', { page: 1, pageSize: 1 }, { keep: false });
  const { total = 0, totalIsExact = true } = drafts.data ?? {};
  if (total === 0) return null;
  return (
    <Card flush accent>
      <Cell
        icon="flag"
        title={`有 ${total}${totalIsExact ? '' : '+'} 行导入的内容等着核实`}
        note="核实以后才进台账"
        onPress={() => openPage(withQuery(pages.ledgerImport, { tab: 'drafts' }))}
      />
    </Card>
  );
}

/** 管理台账：辖区里登记和备案的组织，找、筛、导出、导入。 */
export default function LedgerPage() {
  const { params } = useRouter();
  const wide = useWide();
  const { elder } = useElderMode();
  const { hat } = useSession();
  const { actor, may } = useActor();
  const [filter, setFilter] = useState<LedgerFilter>(() => filterOfAddress(params));
  const [typed, setTyped] = useState(filter.text);
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<'filters' | 'export' | 'add'>();
  const asked = askedFilter(filter, todayIn(new Date()));
  const list = useQuery('ledger.list', { ...asked, page, pageSize });
  const change = (next: Partial<LedgerFilter>) => {
    setFilter((before) => ({ ...before, ...next }));
    setPage(1);
  };
  const clear = () => {
    setFilter({ text: '' });
    setTyped('');
    setPage(1);
  };
  const conditions = conditionsOf(filter);
  const isNarrowed = conditions > 0 || filter.text.trim() !== '';
  const count = list.data ? `${list.data.total}${list.data.totalIsExact ? '' : '+'}` : '…';
  const filters = <Filters filter={filter} within={hat?.regionCode ?? null} onChange={change} />;
  const mayImport = may('ledger.importCommit');
  const importCell = { label: '导入已有的台账', onPress: () => openPage(pages.ledgerImport) };
  const empty = isNarrowed
    ? { text: '没有符合条件的组织', icon: 'search' as const, action: { label: '清空条件，看全部', onPress: clear } }
    : {
        text: mayImport ? '台账里还没有组织。有现成的表格，可以直接导入' : '台账里还没有组织',
        icon: 'book' as const,
        ...(mayImport ? { action: importCell } : {}),
      };

  return (
    <Page title="管理台账" note={hat ? [hat.regionName, hat.roleLabel].filter(Boolean).join(' · ') : undefined} wide>
      {mayImport ? <DraftsLine /> : null}
      <View className="row row-wrap">
        <View className="grow staff-search">
          <TextInput
            value={typed}
            onChange={setTyped}
            label="按名称或编号找"
            placeholder="名称里的几个字，或完整编号"
            icon="search"
            onDone={() => change({ text: typed })}
          />
        </View>
        <Button kind="quiet" label="找" onPress={() => change({ text: typed })} />
        {wide ? null : (
          <Button
            kind="quiet"
            icon="filter"
            label={conditions ? `筛选 ${conditions}` : '筛选'}
            onPress={() => setOpened('filters')}
          />
        )}
      </View>
      {wide ? filters : null}
      <View className="row row-wrap row-between">
        <View className="row row-wrap">
          <View className="t-strong">共 {count} 个</View>
          {isNarrowed ? <Button small kind="text" icon="cross" label="清空条件" onPress={clear} /> : null}
        </View>
        <View className="row row-wrap">
          {may('ledger.export') ? (
            <Button
              small
              kind="quiet"
              icon="download"
              label="导出"
              disabled={!list.data?.total}
              onPress={() => setOpened('export')}
            />
          ) : null}
          {may('organization.addRegistered') ? (
            <Button small kind="quiet" icon="plus" label="录入登记的" onPress={() => setOpened('add')} />
          ) : null}
          {mayImport ? <Button small kind="quiet" icon="upload" label="导入" onPress={importCell.onPress} /> : null}
          <Button small kind="quiet" icon="chart" label="看数量" onPress={() => openPage(pages.counts)} />
        </View>
      </View>
      <QueryView query={list} empty={empty}>
        {(data) => (
          <View className="stack">
            {wide && !elder ? <LedgerTable lines={data.items} /> : <LedgerCells lines={data.items} />}
            <Pager
              page={data.page}
              pageSize={data.pageSize}
              total={data.total}
              totalIsExact={data.totalIsExact}
              onPage={setPage}
            />
          </View>
        )}
      </QueryView>
      {opened === 'filters' ? (
        <Sheet
          title="筛选台账"
          full
          onClose={() => setOpened(undefined)}
          foot={<Button label={`看这 ${count} 个`} onPress={() => setOpened(undefined)} />}
        >
          {filters}
        </Sheet>
      ) : null}
      {opened === 'add' ? (
        <AddRegistered
          within={hat?.regionCode ?? null}
          onClose={() => setOpened(undefined)}
          onAdded={async () => {
            setOpened(undefined);
            await list.reload();
          }}
        />
      ) : null}
      {opened === 'export' ? (
        <ExportDialog
          filter={asked}
          count={count}
          mayPersonal={mayExportPersonal(actor)}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </Page>
  );
}
