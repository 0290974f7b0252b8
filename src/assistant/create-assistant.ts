import type { Knowledge } from '../knowledge/load.ts';
import type { Search } from '../search/search.ts';
import type { Action } from './action.ts';
import { answerQuestion } from './answer.ts';
import type { Assistant } from './assistant.ts';
import type { Command } from './command.ts';
import { noteReply, wholeNoteReply } from './compose/note-reply.ts';
import { Conversations } from './conversation.ts';
import { plainReply, type Reply } from './reply.ts';
import type { Request } from './request.ts';
import type { Services } from './services.ts';

/** What an assistant is made from. */
export interface AssistantParts {
  readonly knowledge: Knowledge;
  readonly search: Search;
  readonly commands: readonly Command[];
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  /** Told of every fault of ours, with the id that the asker sees. */
  readonly onFault: (error: unknown, id: string) => void;
  /** Makes the short id of a fault. */
  readonly newFaultId: () => string;
}

/** Puts the conversation together: requests in, replies out. */
export function createAssistant({ onFault, newFaultId, ...parts }: AssistantParts): Assistant {
  const services: Services = { ...parts, conversations: new Conversations(parts.now) };
  const { knowledge, search, commands } = parts;
  return {
    commands,
    respond: async (request) => {
      try {
        return await respond(request, services);
      } catch (error) {
        const id = newFaultId();
        onFault(error, id);
        return plainReply('unknown', `Something went wrong on my side. Please try again; if it stays, report it as ${id}.`);
      }
    },
    suggest: (commandName, argumentName, typed) =>
      commands
        .find(({ name }) => name === commandName)
        ?.arguments.find(({ name }) => name === argumentName)
        ?.suggest?.(typed, services) ?? [],
    find: (typed, limit) =>
      search.complete(typed, limit).map((note) => ({
        id: note.id,
        title: note.title,
        description: note.summary,
        reply: noteReply(note, knowledge),
      })),
  };
}

function respond(request: Request, services: Services): Reply | Promise<Reply> {
  const { input } = request;
  switch (input.type) {
    case 'question':
      return answerQuestion(input.text, request, services);
    case 'command': {
      const command = services.commands.find(({ name }) => name === input.name);
      if (command) return command.run({ request, values: input.values }, services);
      return plainReply('unknown', `I have no command "${input.name.slice(0, 32)}". /help lists what I can do.`);
    }
    case 'action':
      return act(input.action, request, services);
  }
}

function act(action: Action, _request: Request, { knowledge }: Services): Reply {
  switch (action.type) {
    case 'note':
    case 'more': {
      const note = knowledge.notes.get(action.note);
      if (!note) return plainReply('unknown', 'That note is no longer here. Ask me about it in words.');
      return action.type === 'more' ? wholeNoteReply(note, knowledge) : noteReply(note, knowledge);
    }
    case 'list':
    case 'next':
      return plainReply('unknown', 'Nothing here yet.');
  }
}
