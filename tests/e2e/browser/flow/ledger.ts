import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { readWorkbook } from '@functions/modules/ledger/xlsx/readWorkbook';
import { textOf } from '@shared/modules/ledger/cells';
import { answerTo, bytesBehind, chooseFile, type Person } from './person';

const fixture = (name: string): Buffer => readFileSync(join(__dirname, '../../../fixtures/ledger', name));
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sample ledger of a district, and what must become of its rows. */
export const sample = {
  file: { name: 'ledger-dongying.xlsx', mimeType: workbookType, buffer: fixture('ledger-dongying.xlsx') },
  tally: (JSON.parse(fixture('ledger-dongying.expected.json').toString('utf8')) as { tally: Record<string, number> })
    .tally,
};

/** How many rows of the sample end so, whatever the reason. */
export const expected = (outcome: 'imported' | 'review' | 'rejected' | 'ignored'): number =>
  Object.entries(sample.tally)
    .filter(([key]) => key.split(':')[0] === outcome)
    .reduce((sum, [, count]) => sum + count, 0);

/** The ledger and its import, as county staff use them. */
export class Ledger {
  constructor(private readonly person: Person) {}

  private get front(): Locator {
    return this.person.front();
  }

  private async open(tile: RegExp): Promise<void> {
    await this.person.goHome();
    await this.person.press(tile);
  }

  /** The number under a heading of the import's summary. */
  async counted(label: string): Promise<number> {
    const box = this.front.locator('.staff-stat').filter({ has: this.person.page.getByText(label, { exact: true }) });
    return Number(await box.locator('.staff-stat__number').innerText());
  }

  private async counts(labels: readonly string[]): Promise<number[]> {
    await this.front.locator('.staff-stat').first().waitFor();
    return Promise.all(labels.map((label) => this.counted(label)));
  }

  /** Sends the file; answers what the preview promises: 可以导入、需要核实、不能导入、略过. */
  async preview(): Promise<number[]> {
    await this.open(/^导入台账/);
    await chooseFile(this.person, () => this.person.press('选文件'), sample.file);
    return this.counts(['可以导入', '需要核实', '不能导入', '略过']);
  }

  /** Imports what was previewed; answers what the report says. */
  async commit(): Promise<number[]> {
    await this.person.press(/^导入 \d+ 行/);
    await this.person.sees(/^已导入 \d+ 个组织$/);
    return this.counts(['已导入', '需要核实', '不能导入', '略过']);
  }

  /** The one line of the ledger whose name has it. */
  async search(text: string): Promise<string[]> {
    await this.open(/^台账/);
    await this.front.getByRole('textbox', { name: '按名称或编号找' }).fill(text);
    await this.person.press('找');
    await this.person.sees('清空条件');
    await this.person.sees('共 1 个');
    return this.front.getByRole('link', { name: text }).allInnerTexts();
  }

  /** Opens the group found last and hands it to its leader, by his phone. */
  async handOver(name: string, phone: string): Promise<void> {
    await this.front.getByRole('link', { name }).click();
    await this.person.press('交给负责人管理');
    const dialog = this.front.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '负责人的手机号' }).fill(phone);
    await dialog.getByRole('button', { name: '交给他管理', exact: true }).click();
    await this.person.sees('他现在可以管理这个组织了');
  }

  /** Exports the whole ledger with masked numbers and reads the sheet again: its head, and its rows by name. */
  async exported(): Promise<{ head: string[]; rows: string[][] }> {
    await this.open(/^台账/);
    await this.person.press('导出');
    const dialog = this.front.getByRole('dialog');
    const { url } = await answerTo<{ url: string }>(this.person, 'ledger.export', () =>
      dialog.getByRole('button', { name: '导出表格', exact: true }).click(),
    );
    await this.person.sees(/^一共 \d+ 行/);
    const { rows } = readWorkbook(await bytesBehind(this.person, url));
    const texts = rows.map((row) => row.map(textOf));
    const at = texts.findIndex((row) => row.includes('组织名称'));
    return { head: texts[at] ?? [], rows: texts.slice(at + 1) };
  }
}
