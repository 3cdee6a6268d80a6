import type { Locator } from 'playwright-core';
import type { Person } from './person';

/** The staff desk: queues, list and record side by side. */
export class Desk {
  constructor(private readonly person: Person) {}

  private get front(): Locator {
    return this.person.front();
  }

  private get dialog(): Locator {
    return this.front.getByRole('dialog');
  }

  /** From home to the case of that name, in the queue that this role's desk opens with or in another one. */
  async open(name: string, queue?: string): Promise<void> {
    const line = this.front.getByRole('button', { name: new RegExp(`^${name}，`) });
    await this.person.goHome();
    // An app opened anew trusts no list it read a moment ago.
    await this.person.page.reload();
    await this.person.press(/^办件台/);
    if (queue) await this.person.press(new RegExp(`^${queue}，`));
    await line.click();
    await this.front.locator('.desk-record').getByText(name).first().waitFor();
  }

  /** Marks fields and says why; nothing else will be open to the applicant. */
  async sendBack(marks: readonly { field: string; reason: string }[]): Promise<void> {
    await this.person.press('退回补正');
    for (const { field, reason } of marks) {
      await this.dialog.getByRole('checkbox', { name: field, exact: true }).click();
      await this.dialog.getByRole('textbox', { name: `${field}怎么改` }).fill(reason);
    }
    await this.confirm('退回补正');
    await this.person.sees('已退回，申请人会收到通知');
  }

  async accept(): Promise<void> {
    await this.person.press('受理');
    await this.front.getByRole('button', { name: '报送审批', exact: true }).waitFor();
  }

  /** The checklist with a mark for each item, and the written opinion. */
  async review(): Promise<void> {
    const named = { name: /，满分 \d+$/ };
    const marks = this.front.getByRole('textbox', named).or(this.front.getByRole('spinbutton', named));
    for (const mark of await marks.all()) await mark.fill('22');
    await this.front.getByRole('textbox', { name: '审查意见', exact: true }).fill('电话核实过，情况属实，建议同意。');
    await this.person.press('保存审查意见');
    await this.person.sees('审查意见已保存');
  }

  async forward(): Promise<void> {
    await this.person.press('报送审批');
    await this.person.sees('报送审批好了');
  }

  async countersign(): Promise<void> {
    await this.person.press('会签');
    await this.dialog.getByRole('radio', { name: '同意', exact: true }).click();
    await this.dialog.getByRole('textbox', { name: '会签意见' }).fill('负责人人选已审核，同意');
    await this.confirm('会签');
    await this.person.sees('会签好了');
  }

  async approve(): Promise<void> {
    await this.person.press('同意备案');
    await this.confirm('同意备案');
    await this.person.sees('已同意备案');
  }

  private async confirm(act: string): Promise<void> {
    await this.dialog.getByRole('button', { name: act, exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
