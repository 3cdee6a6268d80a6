import { aPhoto, type Story } from '../../filingStory';
import type { Weapp } from '../runtime/bootWeapp';
import { tapLast } from './phones';

const detail = 'modules/filing/pages/detail/index';
const wizard = 'modules/filing/pages/wizard/index';
const start = 'modules/filing/pages/start/index';

async function answer(app: Weapp, question: string, label: string, value: string): Promise<void> {
  await app.see(question);
  await app.type(label, value);
  await app.tap('下一题');
}

async function choose(app: Weapp, question: string, choice: string): Promise<void> {
  await app.see(question);
  await app.tap(choice);
  await app.tap('下一题');
}

async function skip(app: Weapp, question: string): Promise<void> {
  await app.see(question);
  await app.tap('下一题');
}

async function paste(app: Weapp, lines: string): Promise<void> {
  await app.tap('粘贴名单');
  await app.type('名单', lines);
  await tapLast(app, /^加入这 \d+ 人$/);
}

async function attach(app: Weapp, name: string): Promise<void> {
  app.chooseNext({ name, bytes: aPhoto(name).buffer });
  await app.tap('从相册选');
  await app.see(`打开 ${name}`);
}

/** From home to the first question. */
export async function beginSetup(app: Weapp, { community, street }: Story): Promise<void> {
  await app.tap('我要备案');
  await app.arrive(start);
  await app.tap('选择社区或村');
  await app.type('查找地区', community.slice(0, 4));
  await app.tap(new RegExp(`东营市东营区${street}$`));
  await app.see(new RegExp(`${community}$`));
  await app.tap('开始填写');
  await app.arrive(wizard);
}

async function people(app: Weapp, { leader, founders, roster }: Story): Promise<void> {
  await app.see('谁是负责人？');
  await app.type('姓名', leader.name);
  await app.type('身份证号', leader.idNumber);
  await app.type('手机号', leader.phone);
  await app.tap('下一题');
  await app.see('哪些人一起发起？');
  await app.tap(`负责人也是发起人（${leader.name}）`);
  await paste(app, founders.map(({ name, idNumber, phone }) => `${name} ${idNumber} ${phone}`).join('\n'));
  await app.see(`现在有 ${founders.length + 1} 人`);
  await app.tap('下一题');
  await app.see('有哪些成员？');
  await app.tap(/^把他们也加进来/);
  await paste(app, roster);
  await app.tap('下一题');
}

/** Every question of a set-up. */
export async function fillIn(app: Weapp, story: Story): Promise<void> {
  await answer(app, '组织叫什么名字？', '组织名称', story.name);
  await skip(app, '在哪个社区（村）？');
  await choose(app, '主要做哪一类事？', story.category);
  await skip(app, '属于哪个服务领域？');
  await app.see('什么时候成立的？');
  await app.tap('请选择日期');
  await app.tap('上个月');
  await app.tap(/年\d+月1日$/);
  await app.tap('下一题');
  await answer(app, '为什么成立？', '宗旨', story.purpose);
  await answer(app, '主要做哪些事？', '业务范围', story.scope);
  await answer(app, '在哪一片活动？', '活动地域', story.activityArea);
  await answer(app, '平时在哪里活动？', '活动场所', story.venue);
  await people(app, story);
  await answer(app, '有几名党员？', '党员人数', '3');
  await choose(app, '有党组织吗？', '联合建立');
  await answer(app, '活动的钱从哪里来？', '经费来源', story.fundSource);
  await skip(app, '由谁指导？');
  await app.tap('自动生成章程');
  await app.see('重新生成章程');
  await app.tap('下一题');
  await app.see('场所证明拍照或选文件');
  await attach(app, '场所证明.jpg');
  await app.tap('下一题');
  await skip(app, '居（村）委会怎么说？');
  await skip(app, '还有要交的材料吗？');
}

/** Sends the case off; its page says that it waits for the street. */
export async function submit(app: Weapp): Promise<void> {
  // While the last answer is being saved the button only turns.
  await app.settled();
  await app.tap('提交备案');
  await app.arrive(detail);
  await app.see('待受理');
}

/** From home to the returned case; mends the two places it opens. */
export async function mend(
  app: Weapp,
  name: string,
  { venue, photo }: { venue: string; photo: string },
): Promise<void> {
  await app.see('设立备案：有 2 处要改');
  await app.tap(name);
  await app.arrive(detail);
  await app.tap('去修改');
  await app.arrive(wizard);
  await app.see('第 1 题，共 2 题');
  await answer(app, '平时在哪里活动？', '活动场所', venue);
  await app.see('场所证明拍照或选文件');
  await app.tap('删除 场所证明.jpg');
  await attach(app, photo);
  await app.tap('下一题');
  await app.see('提交备案');
}

/** The number of the approved case, after its certificate was opened. */
export async function openCertificate(app: Weapp, name: string): Promise<{ code: string; certificate: Uint8Array }> {
  await app.tap('我的备案');
  await app.tap(name);
  await app.arrive(detail);
  await app.tap('打开备案证');
  await app.settled();
  const code = (await app.see(/^B\d{9}-\d{4}-\d{4}$/)).textContent?.trim() ?? '';
  const certificate = app.files.opened.at(-1);
  if (!certificate) throw new Error('No document was opened.');
  return { code, certificate };
}
