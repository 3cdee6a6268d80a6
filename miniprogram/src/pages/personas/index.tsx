import { useQuery as useReactQuery } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { AppError } from '@shared/kernel/errors';
import { callDemo } from '@/client/call';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Note } from '@/components/Note';
import { Page } from '@/components/Page';
import { Empty, Failure, Skeleton } from '@/components/QueryView';
import { toast } from '@/components/toastStore';
import { beginSession } from '@/hooks/useSession';
import { pages } from '@/routes';

interface Persona {
  personaId: string;
  name: string;
  title: string;
  description: string;
}

/** 演示身份：只有本机演示时才有。 */
export default function PersonasPage() {
  const personas = useReactQuery<{ items: Persona[] }>({
    queryKey: ['demo.personas'],
    queryFn: () => callDemo('session.demoPersonas', {}),
  });
  const [entering, setEntering] = useState(false);
  const enter = async (personaId: string) => {
    if (entering) return;
    setEntering(true);
    try {
      const { token, hat } = await callDemo<{ token: string; hat: string | null }>('session.demoLogin', { personaId });
      beginSession(token, hat);
      await Taro.switchTab({ url: pages.home });
    } catch (error) {
      toast(error instanceof AppError ? error.message : '没有进去，请再试一次', 'danger');
    } finally {
      setEntering(false);
    }
  };
  const body = () => {
    if (personas.error) return <Failure error={personas.error} retry={() => void personas.refetch()} />;
    if (!personas.data) return <Skeleton />;
    if (personas.data.items.length === 0) return <Empty icon="users" text="这里没有演示身份，请用微信登录" />;
    return (
      <Card flush>
        {personas.data.items.map(({ personaId, name, title, description }) => (
          <Cell
            key={personaId}
            icon="user"
            title={`${name}，${title}`}
            note={description}
            onPress={() => void enter(personaId)}
          />
        ))}
      </Card>
    );
  };
  return (
    <Page title="演示身份" note="选一个人，用他的身份看看">
      <Note>这是演示环境，人和事都是编的，可以放心点。</Note>
      {body()}
    </Page>
  );
}
