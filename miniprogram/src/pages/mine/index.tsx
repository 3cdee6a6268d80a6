import { View } from '@tarojs/components';
import { useState } from 'react';
import { AppError } from '@shared/kernel/errors';
import type { HatView, SessionView } from '@shared/modules/user/schema';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { ChoiceTiles } from '@/components/ChoiceTiles';
import { NameChip } from '@/components/NameChip';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Section } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { toast } from '@/components/toastStore';
import { openPage } from '@/hooks/navigate';
import { useElderMode } from '@/hooks/useElderMode';
import { chooseHat, signInWithWechat, signOut, useSession } from '@/hooks/useSession';
import { pages } from '@/routes';
import { PrivacyText } from './PrivacyText';
import { ProfileSheet } from './ProfileSheet';

const residentKey = 'resident';
const keyOf = (hat: HatView): string => hat.grantId ?? residentKey;

function Hats({ hats, hat }: { hats: HatView[]; hat: HatView | null }) {
  if (hats.length < 2) return null;
  return (
    <Section title="现在用哪个身份办事" help="换身份后，看到的和能办的会不一样；办理记录里会写明是用哪个身份办的。">
      <ChoiceTiles
        label="身份"
        value={hat ? keyOf(hat) : undefined}
        options={hats.map((each) => ({
          value: keyOf(each),
          label: each.roleLabel,
          note: each.organizationName ?? each.regionName ?? undefined,
        }))}
        onChange={(key) => {
          const chosen = hats.find((each) => keyOf(each) === key);
          if (chosen) chooseHat(chosen);
        }}
      />
    </Section>
  );
}

function SignIn({ demo }: { demo: boolean }) {
  const [busy, setBusy] = useState(false);
  const enter = async () => {
    setBusy(true);
    try {
      await signInWithWechat();
    } catch (error) {
      toast(error instanceof AppError ? error.message : '微信没有答应登录，请再试一次', 'danger');
    } finally {
      setBusy(false);
    }
  };
  const inWechat = process.env.TARO_ENV === 'weapp';
  return (
    <Card>
      <View className="t-strong">您还没有登录</View>
      <View className="c-2">查组织不用登录；要备案、看自己的件，请先登录。</View>
      {demo ? <Button label="选一个演示身份进入" icon="user" onPress={() => openPage(pages.personas)} /> : null}
      {inWechat ? (
        <Button
          kind={demo ? 'quiet' : 'primary'}
          label="微信登录"
          icon="chat"
          onPress={() => void enter()}
          loading={busy}
        />
      ) : null}
      {!inWechat && !demo ? <View>请在微信里打开“社邻”小程序登录。</View> : null}
    </Card>
  );
}

function Account({ user, demo }: { user: NonNullable<SessionView['user']>; demo: boolean }) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Card flush>
        <Cell
          title={<NameChip name={user.name} />}
          note={user.phoneMasked ?? '还没有留手机号，街道有事联系不到您'}
          label={`${user.name}，点开修改资料`}
          onPress={() => setEditing(true)}
        />
        {demo ? <Cell icon="users" title="换一个演示身份" onPress={() => openPage(pages.personas)} /> : null}
      </Card>
      {editing ? <ProfileSheet user={user} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

/** 我的：我是谁、用哪个身份、字要不要大。 */
export default function MinePage() {
  const session = useSession();
  const { elder, setElder } = useElderMode();
  const [readsPrivacy, setReadsPrivacy] = useState(false);
  return (
    <Page title="我的" noSwitch>
      <QueryView query={session.query} skeleton="record">
        {({ user, hats, hat, demo }) => (
          <>
            {user ? <Account user={user} demo={demo} /> : <SignIn demo={demo} />}
            {user ? <Hats hats={hats} hat={hat} /> : null}
          </>
        )}
      </QueryView>
      <Section title="字的大小">
        <ChoiceTiles
          label="字的大小"
          value={elder ? 'elder' : 'normal'}
          options={[
            { value: 'normal', label: '标准版' },
            { value: 'elder', label: '长辈版', note: '字更大，按钮更大' },
          ]}
          onChange={(value) => setElder(value === 'elder')}
        />
      </Section>
      <Card flush>
        <Cell icon="lock" title="您的信息怎么用" onPress={() => setReadsPrivacy(true)} />
        {session.user ? (
          <Cell icon="logout" title="退出登录" note="手机上没交的草稿会一起清掉" onPress={() => void signOut()} plain />
        ) : null}
      </Card>
      {readsPrivacy ? (
        <Sheet title="您的信息怎么用" full onClose={() => setReadsPrivacy(false)}>
          <PrivacyText />
        </Sheet>
      ) : null}
    </Page>
  );
}
