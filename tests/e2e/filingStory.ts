import { idCheckCharacter } from '@shared/kernel/idNumber';
import { plainJpeg } from '../modules/file/sampleFiles';

/** A made-up ID number of somebody born then. */
export function idNumberOf(birthDate: string, serial: number): string {
  const first17 = `370502${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
}

/** A photograph as a phone takes it, made here. */
export const aPhoto = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(plainJpeg(640, 480)) });

/** A person of a form. */
export interface StoryPerson {
  name: string;
  idNumber: string;
  phone: string;
}

/** One group from its set-up on, as its leader tells it. */
export interface Story {
  name: string;
  /** As it stands on the map */
  community: string;
  street: string;
  category: string;
  purpose: string;
  scope: string;
  activityArea: string;
  venue: string;
  leader: StoryPerson;
  founders: StoryPerson[];
  /** 「姓名 电话」, as copied from a chat group */
  roster: string;
  fundSource: string;
}

const rosterNames = '张桂兰 刘玉芬 陈美华 杨秀珍 黄凤英 周淑兰 吴爱莲 徐月娥 孙丽萍 马春花'.split(' ');
const rosterOf = (phones: string): string =>
  rosterNames.map((name, index) => `${index + 1}、${name} ${phones}${String(index + 10)}`).join('\n');

/** 王秀英的合唱团：新成立的。 */
export const choir: Story = {
  name: '府前社区秀英合唱团',
  community: '府前社区居民委员会',
  street: '东城街道',
  category: '文体活动',
  purpose: '让爱唱歌的老人有个去处',
  scope: '每周排练两次，节日里给邻居演出',
  activityArea: '本社区',
  venue: '社区党群服务中心',
  leader: { name: '王秀英', idNumber: idNumberOf('1954-03-08', 126), phone: '13805460001' },
  founders: [
    { name: '张桂兰', idNumber: idNumberOf('1956-07-01', 128), phone: '13905461010' },
    { name: '刘玉芬', idNumber: idNumberOf('1958-11-20', 122), phone: '13905461011' },
  ],
  roster: rosterOf('139054610'),
  fundSource: '成员自愿交会费',
};

/** One of the groups of the sample ledger (row 12): the ledger knows its leader's name, not his account, and no roster. */
export const importedGroup = {
  name: '安泰社区夕阳红便民服务队',
  leaderPhone: '138 0546 0003',
  roster: rosterOf('139054620'),
} as const;

/** What a clerk sends back: exactly these two. */
export const returnedMarks = [
  { field: '活动场所', reason: '请写清楚是几楼哪一间' },
  { field: '场所使用权证明', reason: '照片看不清楚，请重新拍一张' },
] as const;

/** How the leader mends them. */
export const mended = { venue: '社区党群服务中心二楼活动室', photo: '场所证明（重拍）.jpg' } as const;
