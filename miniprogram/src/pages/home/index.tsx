import { View } from '@tarojs/components';
import { isSignedIn, type Actor } from '@shared/kernel/actor';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Section } from '@/components/Section';
import { Tile, Tiles } from '@/components/Tile';
import { openPage } from '@/hooks/navigate';
import { useQuery } from '@/hooks/useQuery';
import { useSession } from '@/hooks/useSession';
import { pages } from '@/routes';
import { actorOf, hasDesk, homeEntries } from './entries';
import { MyTasks } from './MyTasks';

/** What must not lie: counted on the desk's tile. */
const urgentQueues = ['toAccept', 'toCountersign', 'toDecide'] as const;

const greeting = (hour: number): string =>
  hour < 11 ? '早上好' : hour < 14 ? '中午好' : hour < 18 ? '下午好' : '晚上好';

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
            {user && !hasDesk(actorOf(data)) ? <MyTasks /> : null}
            <Entries actor={actorOf(data)} />
            {user ? null : <SignInCard demo={session.demo} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Entries({ actor }: { actor: Actor }) {
  const counts = useQuery('filing.queueCounts', {}, { enabled: hasDesk(actor) }).data?.counts;
  const waiting = counts ? urgentQueues.reduce((sum, queue) => sum + (counts[queue] ?? 0), 0) : 0;
  const isPublic = (url: string) => url === pages.check;
  return (
    <Tiles>
      {homeEntries(actor).map(({ url, label, note, icon, wide }) => (
        <Tile
          key={url}
          label={label}
          note={note}
          icon={icon}
          wide={wide}
          count={url === pages.desk ? waiting : undefined}
          onPress={() => openPage(isSignedIn(actor) || isPublic(url) ? url : pages.mine)}
        />
      ))}
    </Tiles>
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
