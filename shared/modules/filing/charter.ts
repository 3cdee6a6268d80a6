/** What a charter is made from: the applicant's own answers, by structure, so every form can give it. */
export interface CharterAnswers {
  name: string;
  /** 类别的中文名 */
  categoryLabel: string;
  /** 所在社区或村的名称 */
  communityName: string;
  purpose: string;
  scope: string;
  activityArea: string;
  leaderName: string;
  founders: readonly string[];
  /** 经费来源 */
  funds: string;
}

export interface CharterArticle {
  /** 「第一章　总则」 */
  heading: string;
  /** 各条，一条一行 */
  text: string;
}

export interface Charter {
  title: string;
  articles: CharterArticle[];
}

/** Blanks in the templates: one for each answer that stands in the text. */
type Blank = keyof CharterAnswers;

interface CharterChapter {
  heading: string;
  /** Articles without their numbers; `{name}` is filled in */
  articles: readonly string[];
}

/**
 * 社区社会组织章程的章节，用大白话自己写的；结构照通行的示范文本（总则、业务范围、成员、组织机构、负责人、资产管理、终止）。
 * 备案组织没有法人资格、不得营利：豫民文〔2021〕235号。
 */
export const charterTemplate: readonly CharterChapter[] = [
  {
    heading: '总则',
    articles: [
      '本组织的名称是：{name}（以下简称“本组织”），属于{categoryLabel}类社区社会组织。',
      '本组织由{founders}发起，由居民自愿参加，在{communityName}备案后开展活动。本组织不具有法人资格，不以营利为目的。',
      '本组织的宗旨是：{purpose}。',
      '本组织遵守宪法、法律、法规和国家政策，践行社会主义核心价值观，遵守社会公德，不做损害国家、社会和他人利益的事。',
      '本组织坚持中国共产党的领导，支持党员在组织中发挥作用；有条件时建立党的组织。',
      '本组织接受所在街道（乡镇）的管理和监督，接受{communityName}居（村）民委员会的指导。',
    ],
  },
  {
    heading: '业务范围',
    articles: [
      '本组织的业务范围是：{scope}。',
      '本组织的活动地域是：{activityArea}。不在活动地域以外设立分支机构。',
      '开展人数较多、有安全风险或者收取费用的活动，事先报告居（村）民委员会和街道（乡镇），并做好安全准备。',
    ],
  },
  {
    heading: '成员',
    articles: [
      '赞成本章程、愿意参加活动的居民，经本人提出、本组织同意，即成为成员。未成年人参加的，须经监护人同意。',
      '成员有以下权利：参加活动；参与选举和表决；对工作提出意见和批评；了解经费收支；自愿加入，自由退出。',
      '成员有以下义务：遵守本章程；执行成员会议的决定；爱护本组织的名声和财物；如实提供登记花名册所需的信息。',
      '成员退出的，告知本组织即可。严重违反本章程的，经成员会议表决，可以请其退出。',
      '本组织建立成员花名册，妥善保管，不得对外泄露成员的个人信息。',
    ],
  },
  {
    heading: '组织机构',
    articles: [
      '成员会议是本组织的最高权力机构，每年至少召开一次。三分之一以上成员提议的，应当召开。',
      '成员会议决定以下事项：修改章程；选举和更换负责人；审议工作和经费收支情况；决定变更、终止等重大事项。',
      '成员会议有半数以上成员到会方可召开，决定须经到会成员半数以上同意；修改章程和终止，须经到会成员三分之二以上同意。',
      '成员会议作出的决定应当有书面记录，由到会成员签名。',
    ],
  },
  {
    heading: '负责人',
    articles: [
      '本组织设负责人一名，现任负责人为{leaderName}。负责人由成员会议选举产生，每届任期三年，可以连选连任。',
      '负责人应当遵纪守法，热心公益，身体健康，具有完全民事行为能力，没有正在执行的刑罚或者被限制参与组织管理的情形。',
      '负责人召集成员会议，主持日常工作，代表本组织与居（村）民委员会、街道（乡镇）联系，向成员会议报告工作。',
      '负责人不能履行职责或者成员会议决定更换的，应当及时选出新的负责人，并办理备案变更。',
    ],
  },
  {
    heading: '资产管理',
    articles: [
      '本组织的经费来源是：{funds}。',
      '经费和物品只能用于本章程规定的活动，不得在成员中分配，任何人不得侵占、私分和挪用。',
      '本组织指定专人管理钱物，收支都有记录和凭据，每年至少向成员公布一次，接受成员、居（村）民委员会和街道（乡镇）的监督。',
      '接受捐赠或者资助的，按照捐赠人、资助人的意愿使用，并公开使用情况。不得公开募捐。',
    ],
  },
  {
    heading: '终止',
    articles: [
      '本组织完成宗旨、自行解散或者由于其他原因不再活动的，由成员会议表决终止，并向街道（乡镇）办理备案注销。',
      '终止前应当在居（村）民委员会的指导下清理钱物和债务。剩余财物用于所在社区的公益事业，不得在成员中分配。',
    ],
  },
  {
    heading: '附则',
    articles: [
      '名称、负责人、业务范围、活动场所和本章程有变动的，应当及时办理备案变更。',
      '本章程经成员会议表决通过，自备案之日起生效。本章程由成员会议负责解释。',
    ],
  },
];

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1–99 in Chinese: 「十」「二十三」. */
export function chineseNumber(value: number): string {
  const [tens, units] = [Math.floor(value / 10), value % 10];
  const tail = units === 0 && tens > 0 ? '' : (digits[units] ?? '');
  return tens === 0 ? tail : `${tens === 1 ? '' : (digits[tens] ?? '')}十${tail}`;
}

/** An answer as it stands inside a sentence: one line, without the full stop the template brings. */
const inSentence = (answer: string): string =>
  answer
    .replace(/\s*\n\s*/g, '；')
    .replace(/[；;。.，,、\s]+$/, '')
    .replace(/[；;。]；/g, '；')
    .trim();

function foundersText(founders: readonly string[]): string {
  const names = founders.map(inSentence).filter((name) => name !== '');
  if (names.length === 0) return '社区居民';
  return names.length > 5 ? `${names.slice(0, 5).join('、')}等${names.length}人` : names.join('、');
}

/** A charter (章程) from the applicant's answers. An answer not given yet leaves a line to fill in: 「＿＿＿＿」. */
export function charterText(answers: CharterAnswers): Charter {
  const valueOf = (blank: Blank): string =>
    (blank === 'founders' ? foundersText(answers.founders) : inSentence(answers[blank])) || '＿＿＿＿';
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, blank: string) => valueOf(blank as Blank));
  let number = 0;
  return {
    title: `${valueOf('name')}章程`,
    articles: charterTemplate.map(({ heading, articles }, index) => ({
      heading: `第${chineseNumber(index + 1)}章　${heading}`,
      text: articles.map((article) => `第${chineseNumber((number += 1))}条　${fill(article)}`).join('\n'),
    })),
  };
}

/** The charter as one text, as it stands in the form: people may change it there. */
export const charterAsText = ({ title, articles }: Charter): string =>
  [title, ...articles.map(({ heading, text }) => `${heading}\n${text}`)].join('\n\n');

/** 「第一章　总则」 and the like. */
const isHeading = (line: string): boolean => /^第[零一二三四五六七八九十百\d]{1,4}章(\s|　|$)/.test(line);

/** A charter read back from its text, after people have changed it: title, then chapters; lines before the first chapter keep an empty heading. */
export function charterFromText(text: string, name: string): Charter {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const titled = lines[0] !== undefined && /章程$/.test(lines[0]) && lines[0].length <= 60;
  const articles: CharterArticle[] = [];
  for (const line of titled ? lines.slice(1) : lines) {
    const last = articles[articles.length - 1];
    if (isHeading(line)) articles.push({ heading: line, text: '' });
    else if (last) last.text += last.text === '' ? line : `\n${line}`;
    else articles.push({ heading: '', text: line });
  }
  return { title: titled ? (lines[0] ?? '') : `${name}章程`, articles };
}
