import { access } from '@shared/access';
import type { Action } from '@shared/contract';
import type { Actor } from '@shared/kernel/actor';
import { useSession } from '@/hooks/useSession';
import { actorOf } from '@/pages/home/entries';

/** Who works here under which hat, and whether it may ask for an action at all: only to offer a way or not, the server decides. */
export function useActor(): { actor: Actor; may: (action: Action) => boolean } {
  const { user, hat } = useSession();
  const actor = actorOf({ user, hat });
  return { actor, may: (action) => access[action](actor) };
}
