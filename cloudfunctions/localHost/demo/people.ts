import { idCheckCharacter } from '@shared/kernel/idNumber';
import type { MemberRow, ResponsiblePerson } from '@shared/modules/filing/forms';

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const givens = [
  '秀兰',
  '建军',
  '桂英',
  '志强',
  '淑珍',
  '国庆',
  '玉梅',
  '海燕',
  '文博',
  '晓东',
  '春霞',
  '永刚',
  '雪莲',
  '德福',
  '美玲',
  '长河',
  '爱华',
  '立新',
  '红梅',
  '树林',
];

/** A made-up person; the same number gives the same person. */
export function madeUpPerson(number: number): ResponsiblePerson {
  const surname = surnames[number % surnames.length] ?? '王';
  const given = givens[Math.floor(number / 3) % givens.length] ?? '建国';
  const year = 1950 + (number % 40);
  const first17 = `370502${year}${String(1 + (number % 12)).padStart(2, '0')}${String(1 + (number % 28)).padStart(2, '0')}${String(number % 1000).padStart(3, '0')}`;
  return {
    name: surname + given,
    idNumber: first17 + idCheckCharacter(first17),
    phone: `139${String(54600000 + number).padStart(8, '0')}`,
    tags: number % 5 === 0 ? ['veteran'] : number % 7 === 0 ? ['partyMember'] : [],
  };
}

/** A made-up roster. */
export const madeUpMembers = (from: number, count: number): MemberRow[] =>
  Array.from({ length: count }, (_, index) => {
    const { name, phone } = madeUpPerson(from + index);
    return { name, phone, resident: index % 6 !== 0 };
  });
