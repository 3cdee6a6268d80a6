import { publicActor, type Actor, type Role } from '@shared/kernel/actor';
import { hasDesk, homeEntries } from '@/pages/home/entries';

const actor = (role: Role): Actor => ({
  userId: 'u',
  name: '某人',
  hat: { grantId: 'g', role, regionCode: '370502001000', organizationId: null },
  grants: [],
});
const labels = (who: Actor) => homeEntries(who).map(({ label }) => label);

describe('what the home page offers', () => {
  it('lets a stranger check an organization and begin a filing, nothing of the desk', () => {
    expect(labels(publicActor)).toEqual(['查一查这个组织是不是真的', '我要备案']);
  });

  it('puts the desk first for those who work there', () => {
    expect(labels(actor('streetAcceptor'))[0]).toBe('办件台');
    expect(hasDesk(actor('partyStaff'))).toBe(true);
  });

  it('offers residents no desk and no ledger', () => {
    expect(labels(actor('resident'))).toEqual(['查一查这个组织是不是真的', '我要备案', '我的备案']);
  });

  it('offers the system administrator grants and no business', () => {
    expect(labels(actor('systemAdmin'))).toContain('身份授权');
    expect(labels(actor('systemAdmin'))).not.toContain('办件台');
  });
});
