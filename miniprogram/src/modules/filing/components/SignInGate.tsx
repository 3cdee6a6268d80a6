import type { PropsWithChildren } from 'react';
import { Empty, QueryView } from '@/components/QueryView';
import { openPage } from '@/hooks/navigate';
import { useSession } from '@/hooks/useSession';
import { pages } from '@/routes';

/** Pages about one's own things: somebody not signed in is shown the way instead of an error. */
export function SignInGate({ children }: PropsWithChildren) {
  const session = useSession();
  return (
    <QueryView query={session.query} skeleton="record">
      {({ user, demo }) =>
        user ? (
          <>{children}</>
        ) : (
          <Empty
            icon="user"
            text="办备案要先登录，填的内容才能存下来"
            action={{ label: '去登录', onPress: () => openPage(demo ? pages.personas : pages.mine) }}
          />
        )
      }
    </QueryView>
  );
}
