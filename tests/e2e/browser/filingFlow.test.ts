import type { Browser } from 'playwright-core';
import { desk, launchBrowser, phone, type Device } from '../../support/browser';
import { startLocalHost, type LocalHost } from '../../support/localHost';
import { choir, importedGroup, mended, returnedMarks } from '../filingStory';
import { Desk } from './flow/desk';
import { beginFor, filingCodeOf, openCertificate } from './flow/leader';
import { expected, Ledger } from './flow/ledger';
import { enter, stranger, type Person } from './flow/person';
import { Wizard } from './flow/wizard';

/** 李建国's group of the demo: filed three years ago, due for renewal. */
const danceGroup = '府前社区向阳花舞蹈队';
const movedTo = '府前社区文化站一楼活动厅';

/** Leaders hold a phone, the offices sit at a desk; each has a browser of his own. */
const cast = {
  leader: ['王秀英', phone],
  otherLeader: ['李建国', phone],
  acceptor: ['陈晓梅', desk],
  party: ['周红', desk],
  approver: ['刘志强', desk],
  county: ['孙海', desk],
} as const satisfies Record<string, readonly [string, Device]>;

/** The finish line of the foundation, in one story: each test goes on where the one before stopped. */
describe('filing, from the phone to the certificate and the ledger', () => {
  let host: LocalHost;
  let browser: Browser;
  const people = new Map<keyof typeof cast, Person>();
  let filingCode = '';

  beforeAll(async () => {
    [host, browser] = await Promise.all([startLocalHost(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  async function as(part: keyof typeof cast): Promise<Person> {
    const [name, device] = cast[part];
    const person = people.get(part) ?? (await enter(browser, host.url, name, device));
    people.set(part, person);
    return person;
  }
  const wizardOf = async (part: 'leader' | 'otherLeader') => new Wizard(await as(part));
  const deskOf = async (part: 'acceptor' | 'party' | 'approver') => new Desk(await as(part));

  /** Acceptance, checklist and forwarding by one, approval by another. */
  async function decideAtStreet(name: string): Promise<void> {
    const acceptor = await deskOf('acceptor');
    await acceptor.open(name);
    await acceptor.accept();
    await acceptor.review();
    await acceptor.forward();
    const approver = await deskOf('approver');
    await approver.open(name);
    await approver.approve();
  }

  it('takes a leader through every question of a set-up', async () => {
    const wizard = await wizardOf('leader');
    await wizard.begin(choir);
    await wizard.fillIn(choir);
    await wizard.submit();
  });

  it('lets the clerk send it back with two marked fields', async () => {
    const clerk = await deskOf('acceptor');
    await clerk.open(choir.name);
    await clerk.sendBack(returnedMarks);
  });

  it('opens just these two to the leader, who mends them and sends it again', async () => {
    const leader = await as('leader');
    await leader.goHome();
    await leader.press(new RegExp(`^${choir.name}，有 2 处要改`));
    for (const { reason } of returnedMarks) await leader.sees(reason);
    await leader.press('去修改');
    const wizard = await wizardOf('leader');
    await wizard.mend(mended);
    expect(await wizard.openAnswers()).toEqual(returnedMarks.map(({ field }) => field));
    await wizard.submit();
  });

  it('is accepted, reviewed, forwarded and countersigned', async () => {
    const clerk = await deskOf('acceptor');
    await clerk.open(choir.name);
    await clerk.accept();
    await clerk.review();
    await clerk.forward();
    const party = await deskOf('party');
    await party.open(choir.name);
    await party.countersign();
  });

  it('is approved by another person', async () => {
    const approver = await deskOf('approver');
    await approver.open(choir.name);
    await approver.approve();
  });

  it('gives the leader a certificate and a number', async () => {
    const leader = await as('leader');
    const certificate = await openCertificate(leader, choir.name);
    expect(certificate.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    filingCode = await filingCodeOf(leader);
  });

  it('tells anybody that the group is real, and nothing about people', async () => {
    const anybody = await stranger(browser, `${host.url}/#/modules/public/pages/check/index?code=${filingCode}`, phone);
    await anybody.sees(filingCode);
    const said = await anybody.front().innerText();
    expect(said).toContain(choir.name);
    expect(said).toContain('有效');
    for (const personal of [
      choir.leader.name,
      choir.leader.phone,
      choir.leader.idNumber,
      choir.founders[0]?.name ?? '',
      mended.venue,
    ])
      expect(said).not.toContain(personal);
    expect(said).not.toMatch(/1[3-9]\d{9}|\d{17}[\dX]|\d{3}\*{4}/);
    expect(anybody.errors).toEqual([]);
  });

  it('takes a new venue through a change', async () => {
    const wizard = await wizardOf('leader');
    await beginFor(await as('leader'), '办变更', choir.name);
    await wizard.changeVenue('原来的活动室要装修', movedTo);
    await wizard.submit();
    await decideAtStreet(choir.name);
    const leader = await as('leader');
    await leader.goHome();
    await leader.press(/^我的备案/);
    await leader.press(new RegExp(`^${choir.name}，变更备案，已备案`));
    await leader.press('看我的组织');
    await leader.sees(movedTo);
  });

  it('renews the group that is due', async () => {
    const wizard = await wizardOf('otherLeader');
    await beginFor(await as('otherLeader'), '办延续', danceGroup);
    await wizard.renew('三年里演出二十多场，教会了一百多位老人跳舞');
    await wizard.submit();
    await decideAtStreet(danceGroup);
  });

  it('imports the sample ledger into the same ledger', async () => {
    const counts = [expected('imported'), expected('review'), expected('rejected'), expected('ignored')];
    const ledger = new Ledger(await as('county'));
    expect(await ledger.preview()).toEqual(counts);
    expect(await ledger.commit()).toEqual(counts);
    expect(await ledger.search(importedGroup.name)).toEqual([expect.stringContaining('没有编号')]);
  });

  it('hands an imported group to its leader, who renews it', async () => {
    const ledger = new Ledger(await as('county'));
    await ledger.search(importedGroup.name);
    await ledger.handOver(importedGroup.name, importedGroup.leaderPhone);
    const wizard = await wizardOf('otherLeader');
    await beginFor(await as('otherLeader'), '办延续', importedGroup.name);
    await wizard.renew('给邻居代买菜、代取药、修水电三百多次', importedGroup.roster);
    await wizard.submit();
    await decideAtStreet(importedGroup.name);
  });

  it('exports the ledger, which opens again with every group once and no number in full', async () => {
    const { head, rows } = await new Ledger(await as('county')).exported();
    const column = (name: string) => head.indexOf(name);
    const groupsCalled = (name: string) => rows.filter((row) => row[column('组织名称')] === name);
    expect(rows.length).toBeGreaterThan(expected('imported'));
    for (const name of [choir.name, danceGroup, importedGroup.name]) expect(groupsCalled(name)).toHaveLength(1);
    const [own] = groupsCalled(choir.name);
    expect(own?.[column('备案编号')]).toBe(filingCode);
    // Its first number came with the renewal.
    expect(groupsCalled(importedGroup.name)[0]?.[column('备案编号')]).toMatch(/^B370502003-\d{4}-\d{4}$/);
    expect(own?.[column('活动场所')]).toBe(movedTo);
    expect(own?.[column('身份证号')]).toMatch(/^\d+\*+[\dX]+$/);
    expect(own?.[column('联系电话')]).toBe('138****0001');
    expect(rows.flat().filter((cell) => /^1[3-9]\d{9}$|^\d{17}[\dX]$/.test(cell))).toEqual([]);
  });

  it('has shown nobody an error', () => {
    expect([...people].map(([part, { errors }]) => [part, errors])).toEqual([...people].map(([part]) => [part, []]));
  });
});
