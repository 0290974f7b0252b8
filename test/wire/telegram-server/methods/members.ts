import { badRequest } from '../refusal.ts';
import { integer, type Parameters } from '../schema.ts';
import type { World } from '../world.ts';
import { existingChat } from './messages.ts';

/** https://core.telegram.org/bots/api#getchatmember */
export function getChatMember(parameters: Parameters, world: World) {
  const chat = existingChat(parameters, world);
  const userId = integer(parameters, 'user_id') ?? 0;
  if (userId <= 0) throw badRequest('invalid user_id specified');
  const user = world.people.get(userId);
  if (!user) throw badRequest('PARTICIPANT_ID_INVALID');
  return { user, status: chat.administrators.has(userId) ? 'administrator' : 'member' };
}
