import { useAction } from '@/hooks/useAction';
import { openFile } from '@/client/openFile';
import { toast } from '@/components/toastStore';

/** Opens the certificate (PDF) of an organization; `busy` while it is being made. */
export function useCertificate(organizationId: string | null): { open: () => void; busy: boolean } {
  const perform = useAction();
  const open = () => {
    if (!organizationId) return;
    void perform(
      'certificate.link',
      { organizationId },
      {
        after: async ({ url }) => {
          await openFile(url, '备案证.pdf').catch(() => toast('备案证打不开，请稍后再试', 'danger'));
        },
      },
    );
  };
  return { open, busy: perform.pending !== undefined };
}
