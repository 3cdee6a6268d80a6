import type { SetupAnswers } from '@shared/modules/filing/forms';
import { madeUpMembers, madeUpPerson } from './people';
import { demoRegions } from './personas';

/** How far a demo case has come. */
export type Progress = 'draft' | 'submitted' | 'returned' | 'accepted' | 'underReview' | 'countersigned' | 'approved';

export interface DemoCase {
  /** Persona who files it; else somebody made up */
  applicant?: string;
  daysAgo: number;
  progress: Progress;
  answers: Omit<SetupAnswers, 'venueProofFiles' | 'charter'>;
}

const { community, otherCommunity } = demoRegions;

interface Idea {
  name: string;
  category: string;
  purpose: string;
  scope: string;
  communityCode?: string;
}

/** Answers of a set-up by made-up people; `number` keeps them apart. */
export function answersFor(number: number, idea: Idea, memberCount = 12): DemoCase['answers'] {
  const leader = madeUpPerson(number * 40);
  return {
    name: idea.name,
    communityCode: idea.communityCode ?? community,
    category: idea.category,
    serviceField: 'cultureLeisure',
    foundedOn: '2021-05-01',
    purpose: idea.purpose,
    scope: idea.scope,
    activityArea: '本社区',
    venueAddress: '社区党群服务中心二楼活动室',
    leader,
    founders: [leader, madeUpPerson(number * 40 + 1), madeUpPerson(number * 40 + 2)],
    members: madeUpMembers(number * 40, memberCount),
    partyMemberCount: 3,
    partyOrgForm: 'joint',
    fundSource: '成员自愿交会费',
    committeeOpinion: '情况属实，同意备案。',
  };
}

/** 李建国的舞蹈队：三年前备案，现在快到期。 */
export const oldGroup: DemoCase['answers'] = {
  ...answersFor(
    1,
    {
      name: '府前社区向阳花舞蹈队',
      category: 'cultureSports',
      purpose: '丰富老年人的文化生活',
      scope: '排练和演出广场舞，教社区老人跳舞',
    },
    16,
  ),
  leader: { ...madeUpPerson(41), name: '李建国', phone: '13805460003', tags: [] },
};

/** The desk's day: something in every queue. */
export const deskCases: readonly DemoCase[] = [
  {
    daysAgo: 8,
    progress: 'submitted',
    answers: answersFor(2, {
      name: '府前社区邻里互助帮帮团',
      category: 'mutualAid',
      purpose: '邻居之间互相帮一把',
      scope: '帮独居老人买菜、取药、修水电',
    }),
  },
  {
    daysAgo: 1,
    progress: 'submitted',
    answers: answersFor(3, {
      name: '安泰社区夕阳红合唱队',
      category: 'cultureSports',
      purpose: '让爱唱歌的老人有个去处',
      scope: '每周排练两次，节日演出',
      communityCode: otherCommunity,
    }),
  },
  {
    daysAgo: 1,
    progress: 'submitted',
    answers: answersFor(4, {
      name: '府前社区向阳花舞蹈二队',
      category: 'cultureSports',
      purpose: '丰富居民的文化生活',
      scope: '排练和演出广场舞',
    }),
  },
  {
    applicant: 'leader',
    daysAgo: 1,
    progress: 'submitted',
    answers: {
      ...answersFor(12, {
        name: '府前社区向阳花腰鼓队',
        category: 'cultureSports',
        purpose: '热热闹闹过晚年',
        scope: '排练和表演腰鼓',
      }),
      leader: oldGroup.leader,
    },
  },
  {
    daysAgo: 0,
    progress: 'submitted',
    answers: answersFor(5, {
      name: '府前社区老娘舅调解队',
      category: 'mediation',
      purpose: '把矛盾化解在家门口',
      scope: '调解邻里纠纷、家庭矛盾',
    }),
  },
  {
    daysAgo: 0,
    progress: 'submitted',
    answers: answersFor(6, {
      name: '安泰社区护河志愿队',
      category: 'charity',
      purpose: '保护家门口的河',
      scope: '巡河、捡垃圾、劝导',
      communityCode: otherCommunity,
    }),
  },
  {
    applicant: 'newLeader',
    daysAgo: 4,
    progress: 'returned',
    answers: answersFor(7, {
      name: '府前社区太极拳队',
      category: 'cultureSports',
      purpose: '强身健体',
      scope: '每天早上打太极拳',
    }),
  },
  {
    daysAgo: 5,
    progress: 'accepted',
    answers: answersFor(8, {
      name: '安泰社区四点半课堂',
      category: 'peopleService',
      purpose: '放学后孩子有人管',
      scope: '放学后看护、辅导作业',
      communityCode: otherCommunity,
    }),
  },
  {
    daysAgo: 4,
    progress: 'underReview',
    answers: answersFor(9, {
      name: '府前社区爱心理发队',
      category: 'peopleService',
      purpose: '给行动不便的老人理发',
      scope: '每月上门理发',
    }),
  },
  {
    daysAgo: 4,
    progress: 'countersigned',
    answers: answersFor(10, {
      name: '安泰社区红白理事会',
      category: 'mutualAid',
      purpose: '移风易俗，喜事新办',
      scope: '帮办红白事，反对铺张',
      communityCode: otherCommunity,
    }),
  },
  {
    daysAgo: 40,
    progress: 'approved',
    answers: answersFor(11, {
      name: '府前社区读书会',
      category: 'cultureSports',
      purpose: '大家一起读书',
      scope: '每月一次读书分享',
    }),
  },
];
