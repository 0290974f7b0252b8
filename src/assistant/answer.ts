import type { Note } from '../knowledge/note.ts';
import type { Finding } from '../search/search.ts';
import type { Ranked } from '../search/ranking.ts';
import { acronymReply, portReply } from './compose/look-up-reply.ts';
import { answerReply } from './compose/answer-reply.ts';
import { comparisonReply } from './compose/comparison-reply.ts';
import { listReply } from './compose/list-reply.ts';
import { referenceTo } from './compose/note-reply.ts';
import { inContext } from './follow-up.ts';
import { plainReply, type Reply } from './reply.ts';
import type { Request } from './request.ts';
import type { Services } from './services.ts';
import { smallTalkReply } from './small-talk.ts';

/** Longer messages are no questions: pasted logs, spam. */
const MAX_MESSAGE_LENGTH = 2000;

/** Answers a question in words. */
export function answerQuestion(question: string, request: Request, services: Services): Reply {
  if (question.length > MAX_MESSAGE_LENGTH) {
    return plainReply('unknown', 'That is too long for me. Please ask in one or two sentences.');
  }
  const talk = smallTalkReply(question);
  if (talk) return talk;
  const { search, conversations } = services;
  const turn = conversations.recall(request);
  const alone = search.ask(question);
  const finding = (turn && inContext(alone, turn, services)) ?? alone;
  const reply = compose(finding, services);
  if (reply.notes.length > 0) {
    conversations.remember(request, { question, notes: notesOf(finding).map(({ id }) => id) });
  }
  return reply;
}

/** The notes a finding speaks of, best first. */
function notesOf({ outcome }: Finding): readonly Note[] {
  switch (outcome.type) {
    case 'answer':
      return [outcome.best, ...outcome.others].map(({ note }) => note);
    case 'choices':
      return outcome.options.map(({ note }) => note);
    case 'comparison':
      return outcome.notes;
    case 'list':
      return outcome.notes;
    case 'port':
    case 'acronym':
    case 'subject-missing':
    case 'unknown':
      return [];
  }
}

function compose({ question, outcome }: Finding, { knowledge }: Services): Reply {
  switch (outcome.type) {
    case 'answer': {
      const { best, others } = outcome;
      const reply = answerReply(
        { note: best.note, askedFor: question.asked, question: question.normal, ...passageFor(best) },
        knowledge,
      );
      return { ...reply, notes: [...reply.notes, ...others.map(({ note }) => referenceTo(note))] };
    }
    case 'choices':
      return {
        ...plainReply('choices', 'I’m not sure which of these you mean.'),
        buttons: outcome.options.map(({ note }) => ({
          label: note.title,
          action: { type: 'note', note: note.id, ...question.asked },
          role: 'choice',
        })),
        notes: outcome.options.map(({ note }) => referenceTo(note)),
      };
    case 'comparison': {
      const reply = comparisonReply(outcome.notes);
      const others = outcome.others.filter(({ note }) => !outcome.notes.includes(note));
      return { ...reply, notes: [...reply.notes, ...others.map(({ note }) => referenceTo(note))] };
    }
    case 'list':
      return listReply(outcome.query, outcome.notes, 0, outcome.about);
    case 'port':
      return portReply(outcome.port, outcome.entries, knowledge);
    case 'acronym':
      return acronymReply(outcome.entry, knowledge);
    case 'subject-missing':
      return plainReply('unknown', 'What is that about? Please name it, for example “which port does Modbus use?”.');
    case 'unknown':
      return unknownReply();
  }
}

/** The passage to lead with, where it fits the question clearly better than the summary. */
function passageFor({ scores, named }: Ranked): { readonly passage?: number } {
  return scores.bestPassage !== undefined && named < 0.9 && scores.passage > scores.summary
    ? { passage: scores.bestPassage }
    : {};
}

function unknownReply(): Reply {
  return plainReply(
    'unknown',
    'I don’t know that. I answer from checked notes on IT and OT security: protocols, incidents, components, standards, attacks and defences. Try naming one of those, or /topics for what I have.',
  );
}
