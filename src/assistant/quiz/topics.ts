import { KIND_NAMES, KINDS } from '../../knowledge/kinds/index.ts';
import type { ItemPool, Wish } from '../../quiz/item-pool.ts';
import { LEVELS, type Topic } from '../../quiz/item.ts';

/** What learners call a topic. */
export function topicName(topic: Topic): string {
  return topic === 'acronym' ? 'acronyms' : topic === 'port' ? 'ports' : KINDS[topic].plural;
}

/** Every topic's name, in the order in which topics are listed. */
export function topicNames({ topics }: Pick<ItemPool, 'topics'>): readonly string[] {
  return TOPICS.filter((topic) => topics.has(topic)).map(topicName);
}

const TOPICS: readonly Topic[] = [...KIND_NAMES, 'acronym', 'port'];

/** All names that any topic can have, whether or not there are items for it. */
export const TOPIC_NAMES: readonly string[] = TOPICS.map(topicName);

/** What somebody wished for in words, in any order. */
export interface SpokenWish extends Wish {
  readonly count?: number;
  readonly isGroup: boolean;
  readonly isThread: boolean;
  /** Words that say nothing Otto knows. */
  readonly unknown: readonly string[];
}

/**
 * Reads "protocols hard 10" or "group 5 incidents".
 *
 * @param words as typed, with or without commas
 */
export function readWish(words: string): SpokenWish {
  let rest = ` ${words.toLowerCase().replaceAll(/[,;]+/g, ' ').replaceAll(/\s+/g, ' ').trim()} `;
  const topic = TOPICS.toSorted((a, b) => topicName(b).length - topicName(a).length).find((each) =>
    spellings(each).some((spelling) => {
      if (!rest.includes(` ${spelling} `)) return false;
      rest = rest.replace(` ${spelling} `, ' ');
      return true;
    }),
  );
  const left = rest.split(' ').filter((word) => word !== '');
  const level = LEVELS.find((each) => left.includes(each));
  const number = left.find((word) => /^\d{1,3}$/.test(word));
  const known = new Set<string | undefined>([level, number, 'group', 'thread', 'questions', 'all', 'any']);
  return {
    ...(topic && { topic }),
    ...(level && { level }),
    ...(number !== undefined && { count: Number(number) }),
    isGroup: left.includes('group') || left.includes('thread'),
    isThread: left.includes('thread'),
    unknown: left.filter((word) => !known.has(word)),
  };
}

function spellings(topic: Topic): readonly string[] {
  const plural = topicName(topic).toLowerCase();
  return [plural, plural.replace(/s$/, ''), topic, plural.replace(/^it\/ot /, '')];
}
