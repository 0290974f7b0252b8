import { KIND_NAMES, KINDS, type Kind } from '../../knowledge/kinds/index.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import type { Command } from '../command.ts';
import { listReply } from '../compose/list-reply.ts';
import { plainReply, type Reply } from '../reply.ts';

export const topics: Command = {
  name: 'topics',
  description: 'What Otto knows, by kind: protocols, incidents, components, standards …',
  arguments: [
    {
      name: 'kind',
      description: 'List the notes of one kind',
      required: false,
      choices: KIND_NAMES.map((kind) => KINDS[kind].plural),
    },
  ],
  run: ({ values }, { knowledge, search }) => {
    const wanted = values['kind']?.trim().toLowerCase();
    if (!wanted) return allTopics(knowledge);
    const kind = KIND_NAMES.find((name) =>
      [name, KINDS[name].plural, KINDS[name].singular].some((word) => word.toLowerCase() === wanted),
    );
    if (kind) return listReply({ kind }, search.list({ kind }), 0);
    return plainReply('unknown', `I have no kind called “${wanted.slice(0, 40)}”. There are ${plurals().join(', ')}.`);
  },
};

function plurals(): readonly string[] {
  return KIND_NAMES.map((kind) => KINDS[kind].plural);
}

function allTopics({ notes }: Knowledge): Reply {
  const counts = KIND_NAMES.map((kind) => ({
    kind,
    count: [...notes.values()].filter((note) => note.kind === kind).length,
  }));
  const present = counts.filter(({ count }) => count > 0);
  return plainReply('list', `I have ${notes.size} notes. Pick a kind, or just ask.`, {
    title: 'Topics',
    buttons: present.map(({ kind, count }) => ({
      label: `${capitalised(KINDS[kind].plural)} (${count})`,
      action: { type: 'list', query: { kind } satisfies { kind: Kind }, page: 0 },
      role: 'choice',
    })),
  });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
