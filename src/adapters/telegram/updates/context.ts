import type { UserFromGetMe } from 'telegraf/types';
import type { Assistant } from '../../../assistant/assistant.ts';
import type { Log } from '../../../log.ts';
import type { BotApi } from '../api/bot-api.ts';

/** What the handlers of updates work with. */
export interface UpdateContext {
  readonly assistant: Assistant;
  readonly api: BotApi;
  /** Who the bot is on Telegram. */
  readonly bot: UserFromGetMe;
  readonly log: Log;
}
