import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Section } from '@/components/Section';
import { Tile, Tiles } from '@/components/Tile';
import { openPage } from '@/hooks/navigate';
import { useSession } from '@/hooks/useSession';
import { pages } from '@/routes';
import { actorOf, homeEntries } from './entries';
import { MyTasks } from './MyTasks';

const greeting = (hour: number): string => (hour < 11 ? '早上好' : hour < 14 ? '中午好' : hour < 18 ? '下午好' : '晚上好');

/** 首页：先是等着我办的，再是能办的。 */
export default function HomePage() {
  const session = useSession();
  const { user, hat } = session;
  const place = hat?.organizationName ?? hat?.regionName;
  const note = hat && hat.grantId ? [place, hat.roleLabel].filter(Boolean).join(' ') : '村里社区的事，在这里办';
  return (
    <Page title={`${greeting(new Date().getHours())}${user ? `，${user.name}` : ''}`} note={note}>
      <QueryView query={session.query} skeleton="record">
        {(data) => (
          <>
            {user ? <MyTasks /> : null}
            <Tiles>
              {homeEntries(actorOf(data)).map(({ url, label, note: words, icon, wide }) => (
                <Tile key={url} label={label} note={words} icon={icon} wide={wide} onPress={() => openPage(user || url === pages.check ? url : pages.mine)} />
              ))}
            </Tiles>
            {user ? null : <SignInCard demo={session.demo} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function SignInCard({ demo }: { demo: boolean }) {
  return (
    <Section title="办事先登录">
      <Card>
        <View className="c-2">查组织不用登录。要备案、看自己的件，请先登录。</View>
        <Button
          kind="quiet"
          icon="user"
          label={demo ? '选一个演示身份进入' : '去登录'}
          onPress={() => openPage(demo ? pages.personas : pages.mine)}
        />
      </Card>
    </Section>
  );
}
