import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatInstant } from '@shared/kernel/civilDate';
import type { InboxMessage } from '@shared/modules/notification/contract';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Page } from '@/components/Page';
import { Empty, QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { openPage } from '@/hooks/navigate';
import { useAction } from '@/hooks/useAction';
import { useQuery } from '@/hooks/useQuery';
import { useSession } from '@/hooks/useSession';
import { pages } from '@/routes';

function Message({ message, onOpen }: { message: InboxMessage; onOpen: () => void }) {
  const at = formatInstant(new Date(message.createdAt), new Date());
  return (
    <Card
      accent={!message.readAt}
      onPress={onOpen}
      label={`${message.readAt ? '' : '未读，'}${message.title}。${message.body}`}
    >
      <View className="row row-between">
        <View className="t-strong grow">{message.title}</View>
        {message.readAt ? null : <Tag tone="accent" text="未读" />}
      </View>
      <View>{message.body}</View>
      <View className="t-small c-3">{at}</View>
    </Card>
  );
}

function Messages() {
  const [page, setPage] = useState(1);
  const inbox = useQuery('inbox.list', { page });
  const perform = useAction({ after: inbox.reload });
  const open = async (message: InboxMessage) => {
    if (!message.readAt) await perform('inbox.markRead', { messageIds: [message.id] });
    if (message.link) openPage(message.link);
  };
  return (
    <QueryView query={inbox} empty={{ text: '还没有消息。有进展时，会在这里告诉您', icon: 'message' }}>
      {({ items, total, pageSize }) => (
        <>
          {items.some(({ readAt }) => !readAt) ? (
            <Button
              kind="quiet"
              icon="check"
              label="全部标为已读"
              onPress={() => void perform('inbox.markRead', {})}
              loading={perform.pending === 'inbox.markRead'}
            />
          ) : null}
          {items.map((message) => (
            <Message key={message.id} message={message} onOpen={() => void open(message)} />
          ))}
          <View className="row">
            {page > 1 ? <Button kind="quiet" label="前面的" onPress={() => setPage(page - 1)} /> : null}
            {page * pageSize < total ? <Button kind="quiet" label="更早的" onPress={() => setPage(page + 1)} /> : null}
          </View>
        </>
      )}
    </QueryView>
  );
}

/** 消息：办件进展和提醒。 */
export default function InboxPage() {
  const session = useSession();
  return (
    <Page title="消息">
      <QueryView query={session.query}>
        {({ user }) =>
          user ? (
            <Messages />
          ) : (
            <Empty
              icon="message"
              text="登录后，办件的进展会在这里告诉您"
              action={{ label: '去登录', onPress: () => openPage(pages.mine) }}
            />
          )
        }
      </QueryView>
    </Page>
  );
}
