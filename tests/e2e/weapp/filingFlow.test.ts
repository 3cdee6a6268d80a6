import { startLocalHost, type LocalHost } from '../../support/localHost';
import { choir, mended, returnedMarks } from '../filingStory';
import { acceptAndForward, approve, countersign, openCase, sendBack } from './flow/desk';
import { beginSetup, fillIn, mend, openCertificate, submit } from './flow/leader';
import { Phones } from './flow/phones';

/** The main story of the foundation on the WeChat build: each test goes on where the one before stopped. */
describe('filing in WeChat, from the first question to the public check', () => {
  let host: LocalHost;
  let filingCode = '';
  const phones = new Phones(() => host);

  beforeAll(async () => {
    host = await startLocalHost();
  });

  afterAll(() => host?.stop());

  it('takes a leader through every question of a set-up', () =>
    phones.use('resident', undefined, async (app) => {
      await beginSetup(app, choir);
      await fillIn(app, choir);
      await submit(app);
    }));

  it('lets the clerk send it back with two marked fields', () =>
    phones.use('acceptor', '街镇受理人', async (app) => {
      await openCase(app, choir.name);
      await sendBack(app, returnedMarks);
    }));

  it('opens just these two to the leader, who mends them and sends it again', () =>
    phones.use('resident', undefined, async (app) => {
      await mend(app, choir.name, mended);
      const open = ['修改活动场所', '修改场所使用权证明', '修改宗旨', '修改组织名称'].filter((words) =>
        app.find(words),
      );
      expect(open).toEqual(['修改活动场所', '修改场所使用权证明']);
      await submit(app);
    }));

  it('is accepted, reviewed and forwarded', () =>
    phones.use('acceptor', '街镇受理人', async (app) => {
      await openCase(app, choir.name);
      await acceptAndForward(app);
    }));

  it('is countersigned', () =>
    phones.use('party', '党建工作人员', async (app) => {
      await openCase(app, choir.name);
      await countersign(app);
    }));

  it('is approved by another person', () =>
    phones.use('approver', '街镇审批人', async (app) => {
      await openCase(app, choir.name);
      await approve(app);
    }));

  it('opens the certificate on the phone', () =>
    phones.use('resident', undefined, async (app) => {
      const { code, certificate } = await openCertificate(app, choir.name);
      expect(Buffer.from(certificate).subarray(0, 5).toString('latin1')).toBe('%PDF-');
      filingCode = code;
    }));

  it('tells whoever scans the code that the group is real, and nothing about people', () =>
    phones.stranger('modules/public/pages/check/index', { code: filingCode }, async (app) => {
      await app.see(filingCode);
      const said = app.text();
      expect(said).toContain(choir.name);
      expect(said).toContain('有效');
      for (const personal of [choir.leader.name, choir.leader.phone, choir.leader.idNumber, mended.venue])
        expect(said).not.toContain(personal);
      expect(said).not.toMatch(/1[3-9]\d{9}|\d{17}[\dX]|\d{3}\*{4}/);
    }));
});
