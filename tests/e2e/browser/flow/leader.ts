import type { Person } from './person';
import { answerTo, bytesBehind } from './person';

/** 我的备案 → the case → the certificate's file. */
export async function openCertificate(person: Person, groupName: string): Promise<Buffer> {
  await person.goHome();
  await person.press(/^我的备案/);
  await person.press(new RegExp(`^${groupName}，设立备案，已备案`));
  const opened = person.context.waitForEvent('page');
  const { url } = await answerTo<{ url: string }>(person, 'certificate.link', () => person.press('打开备案证'));
  // Its own tab would lie over the app, which a browser slows down then.
  await (await opened).close();
  return bytesBehind(person, url);
}

/** The number that stands on the page of an approved case. */
export async function filingCodeOf(person: Person): Promise<string> {
  const code = person
    .front()
    .getByText(/^B\d{9}-\d{4}-\d{4}$/)
    .first();
  return (await code.innerText()).trim();
}

/** Begins a change or renewal of a group that this person leads. */
export async function beginFor(person: Person, act: '办变更' | '办延续', groupName: string): Promise<void> {
  await person.goHome();
  await person.press(/^我要备案/);
  const group = person
    .front()
    .locator('.sl-section')
    .filter({ has: person.page.getByRole('heading', { name: groupName, exact: true }) });
  await group.getByRole('button', { name: act }).click();
}
