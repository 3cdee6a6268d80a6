import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OrganizationPublic } from '@shared/modules/organization/schema';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { TextInput } from '@/components/TextInput';
import { useQuery } from '@/hooks/useQuery';
import { Complaint } from './Complaint';
import { FoundList } from './FoundList';
import { NotFound } from './NotFound';
import { scanCode } from './scanCode';
import { Seal } from './Seal';
import '../../public.css';

const shortest = 2;

/** One organization in full; the only one found is shown at once. */
function Found({ items, checkedAt }: { items: OrganizationPublic[]; checkedAt: string }) {
  const [chosenId, setChosenId] = useState<string>();
  const only = items.length === 1 ? items[0] : undefined;
  const shown = only ?? items.find(({ id }) => id === chosenId);
  if (!shown) return <FoundList items={items} onChoose={({ id }) => setChosenId(id)} />;
  return (
    <>
      <Seal organization={shown} checkedAt={checkedAt} />
      {only ? null : <Button kind="quiet" icon="back" label="看别的同名结果" onPress={() => setChosenId(undefined)} />}
      <Complaint organization={shown} />
    </>
  );
}

function Result({ text }: { text: string }) {
  const found = useQuery('organization.publicCheck', { text });
  return (
    <QueryView query={found} skeleton="record">
      {({ items, checkedAt }) =>
        items.length === 0 ? <NotFound text={text} /> : <Found key={text} items={items} checkedAt={checkedAt} />
      }
    </QueryView>
  );
}

/** 查一查：编号、信用代码或名称，看是不是真的备案了。不用登录。 */
export default function PublicCheckPage() {
  const { code = '' } = useRouter().params;
  const given = decodeURIComponent(code).trim();
  const [text, setText] = useState(given);
  const [asked, setAsked] = useState(given.length >= shortest ? given : '');
  const check = (wanted: string) => setAsked(wanted.trim());
  const scan = async () => {
    const scanned = await scanCode();
    if (!scanned) return;
    setText(scanned);
    check(scanned);
  };
  return (
    <Page title="查一查" note={asked ? undefined : '这个组织是不是真的备案了？输入就知道，不用登录。'}>
      {asked ? <Result text={asked} /> : null}
      <Card>
        <TextInput
          label="备案编号、信用代码或组织名称"
          placeholder="备案编号、信用代码或名称"
          icon="search"
          maxLength={60}
          value={text}
          onChange={setText}
          onDone={() => check(text)}
        />
        <View className="row row-wrap">
          {process.env.TARO_ENV === 'weapp' ? (
            <View className="grow">
              <Button kind="quiet" icon="qr" label="扫证书上的码" onPress={() => void scan()} />
            </View>
          ) : null}
          <View className="grow">
            <Button
              kind={asked ? 'quiet' : 'primary'}
              label={asked ? '再查一个' : '查一查'}
              disabledReason={text.trim().length < shortest ? '至少输入两个字' : undefined}
              onPress={() => check(text)}
            />
          </View>
        </View>
      </Card>
    </Page>
  );
}
