import type { PollAnswer } from 'telegraf/types';
import type { UpdateContext } from './context.ts';
import { sendReply } from './deliver.ts';
import { askerOf, localeOf, originOfPlace, placeOf } from './origin.ts';

/**
 * Takes a vote in one of Otto's quizzes. Telegram has told the voter already whether it was right and why; what is more to
 * say, such as the way on in somebody's own quiz, follows in the chat.
 */
export async function handlePollAnswer(
  { poll_id, user, option_ids }: PollAnswer,
  context: UpdateContext,
): Promise<void> {
  const [option] = option_ids;
  // A vote that was taken back, or one in a channel's name, which nobody can learn from.
  if (option === undefined || !user) return;
  const vote = await context.assistant.polls.recall({ platform: 'telegram', id: poll_id }, option);
  if (!vote) return;
  const origin = originOfPlace(vote.place);
  const reply = await context.assistant.respond({
    asker: askerOf(user),
    place: placeOf(origin),
    input: { type: 'action', action: vote.action },
    ...localeOf(user),
  });
  if (reply.placement !== 'notice') await sendReply(context, origin, reply);
}
