import { noteReply } from './compose/note-reply.ts';
import { plainReply, type Reply } from './reply.ts';
import type { Request } from './request.ts';
import type { Services } from './services.ts';

/** Answers a question in words. */
export function answerQuestion(question: string, request: Request, services: Services): Reply {
  const [best] = services.search.ask(question);
  if (!best) return plainReply('unknown', 'I know nothing about that.');
  services.conversations.remember(request, { question, notes: [best.id] });
  return noteReply(best, services.knowledge);
}
