import type { PollAnswer } from 'telegraf/types';
import type { UpdateContext } from './context.ts';
import { sendReply } from './deliver.ts';
import { askerOf, chatAsAsker, localeOf, originOfPlace, placeOf } from './origin.ts';

/**
 * Takes a vote in one of Otto's quizzes. Telegram has told the voter already whether it was right and why; what is more to
 * say, such as the way on in somebody's own quiz, follows in the chat.
 */
export async function handlePollAnswer(
  { poll_id, user, voter_chat, option_ids }: PollAnswer,
  context: UpdateContext,
): Promise<void> {
  const [option] = option_ids;
  // Beside a chat in whose name somebody votes, Telegram names a user who stands for none.
  const asker = voter_chat ? chatAsAsker(voter_chat) : user && askerOf(user);
  // Without an option, a vote was taken back.
  if (option === undefined || !asker) return;
  const vote = await context.assistant.polls.recall({ platform: 'telegram', id: poll_id }, option);
  if (!vote) return;
  const origin = originOfPlace(vote.place);
  const reply = await context.assistant.respond({
    asker,
    place: placeOf(origin),
    input: { type: 'action', action: vote.action },
    ...(user && localeOf(user)),
  });
  if (reply.placement !== 'notice') await sendReply(context, origin, reply);
}
