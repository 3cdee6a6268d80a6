import { View } from '@tarojs/components';
import { wholeCountry, type RegionCode } from '@shared/kernel/regionScope';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Field } from '@/components/Field';
import { Note } from '@/components/Note';
import { Failure, Skeleton } from '@/components/QueryView';
import { Section } from '@/components/Section';
import { Select } from '@/components/SheetList';
import { Uploader } from '@/components/Uploader';
import { openPage } from '@/hooks/navigate';
import { pages } from '@/routes';
import { AreaPicker } from '../../components/AreaPicker';
import { ColumnList } from './ColumnList';
import { RowList } from './RowList';
import { Summary } from './Summary';
import type { Import } from './useImport';

function Done({ work, onDrafts }: { work: Import; onDrafts: () => void }) {
  const { report } = work;
  if (!report) return null;
  const waiting = report.rows.filter(({ outcome }) => outcome === 'review').length;
  return (
    <>
      <Note tone="ok" title={report.imported > 0 ? `已导入 ${report.imported} 个组织` : '没有新的组织进台账'}>
        {waiting > 0 ? `还有 ${waiting} 行要核实，一行也没有丢，在“待核实”里。` : '所有的行都有了着落。'}
      </Note>
      <Summary report={report} done />
      <View className="row row-wrap">
        {waiting > 0 ? <Button label={`去核实这 ${waiting} 行`} onPress={onDrafts} /> : null}
        <Button
          kind={waiting > 0 ? 'quiet' : 'primary'}
          label="看台账"
          icon="book"
          onPress={() => openPage(pages.ledger)}
        />
        <Button kind="quiet" label="再导入一个文件" icon="upload" onPress={() => work.takeFile(undefined)} />
      </View>
      <RowList rows={report.rows} />
    </>
  );
}

function Reading({ work }: { work: Import }) {
  const { preview } = work;
  if (!preview) {
    if (work.query.error)
      return <Failure error={work.query.error} retry={() => void work.query.reload()} busy={work.query.isRefreshing} />;
    return work.file ? <Skeleton shape="record" /> : null;
  }
  return (
    <>
      {preview.sheets.length > 1 ? (
        <Card>
          <Field label="工作表" help="一个文件里有几张表的，一张一张导入">
            <Select
              label="工作表"
              options={preview.sheets.map((value) => ({ value, label: value }))}
              value={preview.sheet}
              onChange={work.setSheet}
            />
          </Field>
        </Card>
      ) : null}
      <Section title={work.isReading ? '正在重新核对…' : '结果会是这样'} help="现在还什么都没有写进台账">
        <Summary report={preview} />
      </Section>
      <ColumnList
        columns={preview.columns}
        fields={preview.fields}
        headerRow={preview.headerRow}
        onColumn={work.setColumn}
      />
      <RowList rows={preview.rows} />
    </>
  );
}

/** What the button at the foot of the page says and does. */
export function importButton(work: Import) {
  const { preview, report } = work;
  if (!preview || report) return undefined;
  const waiting = preview.rows.filter(({ outcome }) => outcome === 'review').length;
  const nothing = preview.imported + waiting === 0 ? '没有新的行可以导入' : undefined;
  return {
    label: waiting > 0 ? `导入 ${preview.imported} 行，另 ${waiting} 行留待核实` : `导入 ${preview.imported} 行`,
    loading: work.isCommitting,
    disabled: work.isReading,
    disabledReason: work.problem ?? nothing,
    onPress: () => void work.commit(),
  };
}

/** 导入表格：传文件，看会怎样，改列，导入，看结果。 */
export function ImportTable({
  work,
  ownRegion,
  onDrafts,
}: {
  work: Import;
  ownRegion: RegionCode | null;
  onDrafts: () => void;
}) {
  if (work.report) return <Done work={work} onDrafts={onDrafts} />;
  return (
    <>
      <View className="staff-narrow">
        <Card>
          <Field
            label="台账表格"
            help="只收 .xlsx；旧的 .xls 请用 WPS 或 Excel 另存一份。同一个文件再导入一次也不要紧，不会重复"
          >
            <Uploader
              label="台账表格"
              purpose="ledgerImport"
              max={1}
              sources={['file']}
              accept=".xlsx"
              files={work.file ? [work.file] : []}
              onChange={(files) => work.takeFile(files[0])}
            />
          </Field>
          <Field label="这份台账是哪里的" help="选得越准，社区（村）的名字认得越准">
            <AreaPicker
              label="这份台账是哪里的"
              within={ownRegion ?? wholeCountry}
              value={work.regionCode}
              onChange={work.setRegion}
            />
          </Field>
        </Card>
      </View>
      {work.problem && work.preview ? <Note tone="danger">{work.problem}</Note> : null}
      <Reading work={work} />
    </>
  );
}
