import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import type { RegionCode } from '@shared/kernel/regionScope';
import type { Output } from '@shared/contract';
import { pressable } from '@/components/a11y';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { imageOfSvg } from '@/components/imageOfSvg';
import { Empty, QueryView } from '@/components/QueryView';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { openPage } from '@/hooks/navigate';
import { useElderMode } from '@/hooks/useElderMode';
import { useQuery } from '@/hooks/useQuery';
import { useWide } from '@/hooks/useWide';
import { pages, withQuery } from '@/routes';
import { barChart } from '../../barChart';
import '../../staff.css';

type Counts = Output<'organization.counts'>;

function Stat({ label, note, count }: { label: string; note: string; count: number }) {
  return (
    <View className="staff-stat staff-stat--half">
      <View className="t-strong">{label}</View>
      <View className="staff-stat__number">{count}</View>
      <View className="t-small c-2">{note}</View>
    </View>
  );
}

function Categories({ bars }: { bars: Counts['byCategory'] }) {
  const { elder } = useElderMode();
  const wide = useWide();
  const [asTable, setAsTable] = useState(false);
  const words = bars.map(({ label, count }) => `${label} ${count}`).join('，');
  const other = (
    <Button
      small
      kind="text"
      icon={asTable ? 'chart' : 'list'}
      label={asTable ? '看图' : '看数字'}
      onPress={() => setAsTable(!asTable)}
    />
  );
  const chart = () =>
    imageOfSvg(
      barChart(bars, {
        width: wide ? 620 : 320,
        fontSize: elder ? 24 : 15,
        ink: elder ? '#000000' : '#1B1F1D',
        bar: elder ? '#0C4A36' : '#17624A',
      }),
    );
  return (
    <Section title="按类别" aside={bars.length ? other : undefined}>
      {asTable ? (
        <View className="staff-table">
          {bars.map(({ label, count }) => (
            <View key={label} className="staff-table__row staff-values">
              <View>{label}</View>
              <View className="staff-number t-strong">{count}</View>
            </View>
          ))}
        </View>
      ) : (
        <Card>
          {bars.length ? (
            <Image
              className="staff-chart"
              mode="widthFix"
              src={chart()}
              ariaLabel={words}
              nativeProps={{ alt: words }}
            />
          ) : (
            <Empty text="还没有组织" icon="chart" />
          )}
        </Card>
      )}
    </Section>
  );
}

function Places({ counts, onOpen }: { counts: Counts; onOpen: (place: Counts['byChild'][number]) => void }) {
  if (counts.byChild.length === 0) return null;
  return (
    <Section title="按地区" help="点一个地区，看它下面的">
      <View className="staff-table">
        <View className="staff-table__head staff-places">
          <View>地区</View>
          <View className="staff-number">登记</View>
          <View className="staff-number">备案</View>
          <View />
        </View>
        {counts.byChild.map((place) => (
          <View
            key={place.code}
            className="staff-table__row staff-places sl-press"
            hoverClass="sl-cell--pressed"
            {...pressable(() => onOpen(place), {
              label: `${place.name}，登记 ${place.registered} 个，备案 ${place.filed} 个`,
            })}
          >
            <View className="t-strong">{place.name}</View>
            <View className="staff-number">{place.registered}</View>
            <View className="staff-number">{place.filed}</View>
            <Icon name="right" size="small" />
          </View>
        ))}
      </View>
    </Section>
  );
}

/** 两本账：登记和备案各有多少有效的组织，按类别、按地区，一级一级看下去。 */
export default function CountsPage() {
  const [passed, setPassed] = useState<RegionCode[]>([]);
  const regionCode = passed[passed.length - 1];
  const counts = useQuery('organization.counts', regionCode ? { regionCode } : {});
  return (
    <Page title="两本账" note="有效的组织有多少：登记的和备案的分开数" wide>
      <QueryView query={counts} skeleton="record">
        {(data) => (
          <>
            <View className="row row-wrap row-between">
              <View className="t-title grow">{data.regionName}</View>
              {passed.length ? (
                <Button small kind="quiet" icon="back" label="上一级" onPress={() => setPassed(passed.slice(0, -1))} />
              ) : null}
              <Button
                small
                kind="quiet"
                icon="book"
                label="看名单"
                onPress={() => openPage(withQuery(pages.ledger, { regionCode, status: 'active' }))}
              />
            </View>
            <View className="staff-stats">
              <Stat label="登记" note="是法人，有统一社会信用代码" count={data.registered} />
              <Stat label="备案" note="不是法人，有备案编号" count={data.filed} />
            </View>
            <View className="staff-two">
              <Categories bars={data.byCategory} />
              <Places counts={data} onOpen={({ code }) => setPassed([...passed, code])} />
            </View>
          </>
        )}
      </QueryView>
    </Page>
  );
}
