import type { Knowledge } from '../knowledge/load.ts';
import type { Note } from '../knowledge/note.ts';
import type { AskedFor } from '../search/asked-for.ts';
import { explain, type Explanation } from '../search/explanation.ts';
import type { Search } from '../search/search.ts';
import type { Action } from './action.ts';
import { answerQuestion } from './answer.ts';
import type { Assistant } from './assistant.ts';
import type { Command } from './command.ts';
import { answerReply } from './compose/answer-reply.ts';
import { listReply } from './compose/list-reply.ts';
import { wholeNoteReply } from './compose/note-reply.ts';
import { Conversations } from './conversation.ts';
import type { QuizParts } from '../quiz/quiz-parts.ts';
import { movePlace } from '../store/places.ts';
import { actInQuiz } from './quiz/act.ts';
import { placeKey } from './quiz/identity.ts';
import { createPolls } from './quiz/polls.ts';
import { runDue } from './quiz/run-due.ts';
import { plainReply, type Reply } from './reply.ts';
import type { Request } from './request.ts';
import type { Services } from './services.ts';

/** What an assistant is made from. */
export interface AssistantParts {
  readonly knowledge: Knowledge;
  readonly search: Search;
  readonly commands: readonly Command[];
  /** Opens the quiz with its database; called only when somebody uses it. */
  readonly quiz: () => Promise<QuizParts>;
  /** Draws somebody's progress, where pictures can be drawn. */
  readonly drawProgress?: NonNullable<Services['drawProgress']>;
  /** Whether Otto can speak up on a platform by itself; elsewhere, commands that need that say so. */
  readonly canSpeakUpOn: (platform: string) => boolean;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  /** Told of every fault of ours, with the id that the asker sees. */
  readonly onFault: (error: unknown, id: string) => void;
  /** Makes the short id of a fault. */
  readonly newFaultId: () => string;
}

/** An assistant that can also say how it reads, scores and decides a question; for people who tune it. */
export interface ExplainingAssistant extends Assistant {
  readonly explain: (question: string) => Explanation;
}

/** Puts the conversation together: requests in, replies out. */
export function createAssistant({ onFault, newFaultId, ...parts }: AssistantParts): ExplainingAssistant {
  const services: Services = { ...parts, conversations: new Conversations(parts.now) };
  const { knowledge, search, commands, quiz } = parts;
  const reportFault = (error: unknown) => onFault(error, newFaultId());
  return {
    commands,
    respond: async (request) => {
      try {
        return await respond(request, services);
      } catch (error) {
        const id = newFaultId();
        onFault(error, id);
        return plainReply(
          'unknown',
          `Something went wrong on my side. Please try again; if it stays, report it as ${id}.`,
        );
      }
    },
    explain: (question) => explain(search.ask(question)),
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
        reply: answerReply({ note, askedFor: {} }, knowledge),
      })),
    polls: createPolls(quiz),
    movePlace: async (platform, from, to) => {
      const { db } = await quiz();
      await movePlace(db, placeKey({ platform }, { id: from }), placeKey({ platform }, { id: to }));
    },
    runDue: async (outbox) => {
      try {
        await runDue({ quiz: await quiz(), knowledge, outbox, onFault: reportFault });
      } catch (error) {
        reportFault(error);
      }
    },
  };
}

function respond(request: Request, services: Services): Reply | Promise<Reply> {
  const { input } = request;
  switch (input.type) {
    case 'question':
      return answerQuestion(input.text, request, services);
    case 'command': {
      const command = services.commands.find(({ name }) => name === input.name);
      if (command?.needsChat && !services.canSpeakUpOn(request.asker.platform)) {
        return plainReply(
          'unknown',
          `/${command.name} needs a chat in which I can speak up by myself: a Telegram chat or a Discord channel.`,
        );
      }
      if (command) return command.run({ request, values: input.values }, services);
      return plainReply('unknown', `I have no command "${input.name.slice(0, 32)}". /help lists what I can do.`);
    }
    case 'action':
      return act(input.action, request, services);
  }
}

async function act(action: Action, request: Request, services: Services): Promise<Reply> {
  const { search } = services;
  switch (action.type) {
    case 'list':
      return listReply(action.query, search.list(action.query), action.page);
    case 'note':
    case 'more':
    case 'next':
    case 'read':
      return showNote(action, request, services);
    case 'command':
      return { ...(await respond({ ...request, input: { ...action, values: {} } }, services)), placement: 'beside' };
    default:
      return actInQuiz(action, request, await services.quiz(), services.knowledge);
  }
}

function showNote(action: Extract<Action, { readonly note: string }>, request: Request, services: Services): Reply {
  const { knowledge, conversations } = services;
  const note = knowledge.notes.get(action.note);
  if (!note) return plainReply('unknown', 'That note is no longer here. Ask me about it in words.');
  switch (action.type) {
    case 'more':
      return wholeNoteReply(note, knowledge);
    case 'note':
      conversations.remember(request, { question: note.title, notes: [note.id] });
      return answerReply({ note, askedFor: askedBy(action) }, knowledge);
    case 'next':
      return nextBest(note, request, services);
    case 'read':
      return { ...answerReply({ note, askedFor: {} }, knowledge), placement: 'beside', audience: 'asker' };
  }
}

/** What the question that led to a button asked for. */
function askedBy({ fact, aspect }: AskedFor): AskedFor {
  return { ...(fact && { fact }), ...(aspect && { aspect }) };
}

/** "Not this one": the note that comes after the wrong one for the asker's last question. */
function nextBest(wrong: Note, request: Request, { knowledge, conversations, search }: Services): Reply {
  const turn = conversations.recall(request);
  const following = turn?.notes[turn.notes.indexOf(wrong.id) + 1];
  const note = following === undefined ? undefined : knowledge.notes.get(following);
  if (!turn || !note) return plainReply('unknown', 'I have nothing better for that. Please ask in other words.');
  return answerReply({ note, askedFor: search.ask(turn.question).question.asked }, knowledge);
}
