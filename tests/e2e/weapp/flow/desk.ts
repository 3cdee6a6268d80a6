import type { Weapp } from '../runtime/bootWeapp';
import { tapLast } from './phones';

const desk = 'modules/desk/pages/desk/index';

/** From home to the record of a case, in the queue this role's desk opens with. */
export async function openCase(app: Weapp, name: string): Promise<void> {
  await app.tap('办件台');
  await app.arrive(desk);
  await app.settled();
  await app.tap(name);
  await app.see('返回清单');
  await app.see('办理经过');
  // What the phone remembered of it is shown first.
  await app.settled();
}

/** Touches a choice, not the words of the record behind it. */
async function mark(app: Weapp, field: string): Promise<void> {
  const choice = app.screen.findAll(field).find((element) => element.closest('.sl-choice'));
  if (!choice) throw new Error(`${field} cannot be marked:\n${app.text()}`);
  app.screen.touch(choice);
  await app.settled();
}

export async function sendBack(app: Weapp, marks: readonly { field: string; reason: string }[]): Promise<void> {
  await tapLast(app, '退回补正');
  await app.see('退回补正：哪几项要改？');
  for (const { field, reason } of marks) {
    await mark(app, field);
    await app.type(`${field}怎么改`, reason);
  }
  await tapLast(app, '退回补正');
  await app.see('已退回，申请人会收到通知');
}

/** Acceptance, the checklist with marks and opinion, forwarding. */
export async function acceptAndForward(app: Weapp): Promise<void> {
  await tapLast(app, '受理');
  await app.see('报送审批');
  await app.settled();
  const inputs = [...app.screen.view.querySelectorAll('input')];
  for (const input of inputs.filter((each) => /，满分 \d+$/.test(each.getAttribute('aria-label') ?? '')))
    app.screen.enter(input, '22');
  await app.settled();
  await app.type('审查意见', '电话核实过，情况属实，建议同意。');
  await app.tap('保存审查意见');
  await app.see('审查意见已保存');
  await app.settled();
  await tapLast(app, '报送审批');
  await app.see('报送审批好了');
}

export async function countersign(app: Weapp): Promise<void> {
  await tapLast(app, '会签');
  await tapLast(app, '同意');
  await app.type('会签意见', '负责人人选已审核，同意');
  await tapLast(app, '会签');
  await app.see('会签好了');
}

export async function approve(app: Weapp): Promise<void> {
  await tapLast(app, '同意备案');
  await app.see('同意备案吗？');
  await tapLast(app, '同意备案');
  await app.see('已同意备案');
}
