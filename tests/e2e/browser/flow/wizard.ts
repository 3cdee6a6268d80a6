import type { Locator } from 'playwright-core';
import { aPhoto, type Story, type StoryPerson } from '../../filingStory';
import { chooseFile, type Person } from './person';

/** The filing wizard on the screen: one question at a time. */
export class Wizard {
  constructor(private readonly person: Person) {}

  private get front(): Locator {
    return this.person.front();
  }

  private field(label: string): Locator {
    const named = { name: label, exact: true };
    return this.front.getByRole('textbox', named).or(this.front.getByRole('spinbutton', named));
  }

  /** The question on the screen. */
  asks(question: string): Promise<void> {
    return this.front.locator('.sl-question').getByText(question, { exact: true }).waitFor();
  }

  next(): Promise<void> {
    return this.person.press('下一题');
  }

  async text(question: string, label: string, value: string): Promise<void> {
    await this.asks(question);
    await this.field(label).fill(value);
    await this.next();
  }

  async choose(question: string, choice: string): Promise<void> {
    await this.asks(question);
    await this.front.getByRole('radio', { name: choice, exact: true }).click();
    await this.next();
  }

  async skip(question: string): Promise<void> {
    await this.asks(question);
    await this.next();
  }

  /** Begins on 「我要备案」: the community, found by its name. */
  async begin({ community, street }: Story): Promise<void> {
    const { person } = this;
    await person.press(/^我要备案/);
    await person.press(/^所在社区（村），/);
    await this.field('查找地区').fill(community.slice(0, 4));
    await this.front
      .getByRole('button', { name: community })
      .filter({ hasText: `东营市东营区${street}` })
      .click();
    await this.front.getByText(community).first().waitFor();
    await person.press('开始填写');
  }

  private async foundedOn(): Promise<void> {
    await this.asks('什么时候成立的？');
    await this.person.press(/^成立日期，/);
    await this.person.press('上个月');
    await this.front
      .getByRole('button', { name: /年\d+月1日/ })
      .first()
      .click();
    await this.next();
  }

  private async leader({ name, idNumber, phone }: StoryPerson): Promise<void> {
    await this.asks('谁是负责人？');
    await this.field('姓名').fill(name);
    await this.field('身份证号').fill(idNumber);
    await this.field('手机号').fill(phone);
    await this.next();
  }

  private async paste(lines: string): Promise<void> {
    await this.person.press('粘贴名单');
    await this.field('名单').fill(lines);
    await this.person.press(/^加入这 \d+ 人$/);
  }

  private async people({ leader, founders, roster }: Story): Promise<void> {
    await this.asks('哪些人一起发起？');
    await this.person.press(`负责人也是发起人（${leader.name}）`);
    await this.paste(founders.map(({ name, idNumber, phone }) => `${name} ${idNumber} ${phone}`).join('\n'));
    await this.person.sees(`现在有 ${founders.length + 1} 人`);
    await this.next();
    await this.asks('有哪些成员？');
    await this.person.press(/^把他们也加进来/);
    await this.paste(roster);
    await this.next();
  }

  /** Sends a picture from the phone's album. */
  attach(name: string): Promise<void> {
    return chooseFile(this.person, () => this.person.press('从相册选'), aPhoto(name));
  }

  /** Every question of a set-up, from the first to the overview. */
  async fillIn(story: Story): Promise<void> {
    await this.text('组织叫什么名字？', '组织名称', story.name);
    await this.skip('在哪个社区（村）？');
    await this.choose('主要做哪一类事？', story.category);
    await this.skip('属于哪个服务领域？');
    await this.foundedOn();
    await this.text('为什么成立？', '宗旨', story.purpose);
    await this.text('主要做哪些事？', '业务范围', story.scope);
    await this.text('在哪一片活动？', '活动地域', story.activityArea);
    await this.text('平时在哪里活动？', '活动场所', story.venue);
    await this.leader(story.leader);
    await this.people(story);
    await this.text('有几名党员？', '党员人数', '3');
    await this.choose('有党组织吗？', '联合建立');
    await this.text('活动的钱从哪里来？', '经费来源', story.fundSource);
    await this.skip('由谁指导？');
    await this.asks('章程');
    await this.person.press('自动生成章程');
    await this.person.sees('重新生成章程');
    await this.next();
    await this.asks('场所证明拍照或选文件');
    await this.attach('场所证明.jpg');
    await this.next();
    await this.skip('居（村）委会怎么说？');
    await this.skip('还有要交的材料吗？');
  }

  /** A returned case: only what the clerk marked is asked, one after the other. */
  async mend({ venue, photo }: { venue: string; photo: string }): Promise<void> {
    await this.asks('平时在哪里活动？');
    await this.person.sees('第 1 题，共 2 题');
    await this.field('活动场所').fill(venue);
    await this.next();
    await this.asks('场所证明拍照或选文件');
    await this.person.press('删除 场所证明.jpg');
    await this.attach(photo);
    await this.next();
    await this.front.getByRole('button', { name: '提交备案' }).waitFor();
  }

  /** The answers of the overview that may still be changed. */
  async openAnswers(): Promise<string[]> {
    const buttons = await this.front.getByRole('button', { name: /^修改/ }).all();
    return Promise.all(buttons.map(async (button) => ((await button.getAttribute('aria-label')) ?? '').slice(2)));
  }

  /** 变更：only the venue. */
  async changeVenue(reason: string, venue: string): Promise<void> {
    await this.text('为什么要变更？', '变更原因', reason);
    await this.asks('哪天变的？');
    await this.person.press(/^变更日期，/);
    await this.person.press('上个月');
    await this.front
      .getByRole('button', { name: /年\d+月1日/ })
      .first()
      .click();
    await this.next();
    await this.skip('名称变了吗？');
    await this.skip('负责人换了吗？');
    await this.text('场所变了吗？', '新活动场所', venue);
    await this.skip('新场所的证明');
    await this.skip('业务范围变了吗？');
    await this.skip('章程改了吗？');
    await this.skip('会议决议拍照');
  }

  /** 延续：what was done; everything else stands as it was, unless the record had no roster. */
  async renew(summary: string, roster?: string): Promise<void> {
    await this.text('这几年做了哪些事？', '活动总结', summary);
    await this.skip('现在的负责人是谁？');
    await this.asks('现在有哪些成员？');
    if (roster) await this.paste(roster);
    await this.next();
    await this.skip('现在在哪里活动？');
    await this.skip('场所证明（变了才要传）');
  }

  /** Sends the case off; the page of the case comes up. */
  async submit(): Promise<void> {
    await this.person.press('提交备案');
    await this.person.sees('待受理');
  }
}
