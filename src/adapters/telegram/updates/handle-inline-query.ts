import type { InlineQuery, InlineQueryResultArticle } from 'telegraf/types';
import type { Finding } from '../../../assistant/assistant.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import { TELEGRAM_LIMITS } from '../limits.ts';
import { ASK_IN_CHAT } from '../wording.ts';
import type { UpdateContext } from './context.ts';
import { replyMarkup, textFields } from './deliver.ts';
import { inlineMessage } from './inline-message.ts';

/** Notes change only with an update of Otto and are the same for everybody, so Telegram may keep results for all. */
const CACHE_SECONDS = 300;

/** A person is typing and waits: an answer that is later than this isn't read. */
const ANSWER_ATTEMPTS = 3;

/** Answers an inline query; always, even with an empty list, or the person's app shows that the bot doesn't respond. */
export async function handleInlineQuery(
  query: InlineQuery,
  { assistant, api, bot, log }: UpdateContext,
): Promise<void> {
  let findings: readonly Finding[] = [];
  try {
    const typed = query.query.slice(0, TELEGRAM_LIMITS.inlineQuery).toWellFormed();
    findings = assistant.find(typed, TELEGRAM_LIMITS.inlineResults);
  } catch (error) {
    log.error({ err: error }, 'looking up an inline query failed; it is answered with nothing');
  }
  try {
    await api.call(
      'answerInlineQuery',
      {
        inline_query_id: query.id,
        results: findings.slice(0, TELEGRAM_LIMITS.inlineResults).map((finding) => article(finding, bot.username)),
        cache_time: CACHE_SECONDS,
        button: { text: ASK_IN_CHAT, start_parameter: 'inline' },
      },
      { attempts: ANSWER_ATTEMPTS },
    );
  } catch (error) {
    if (!(error instanceof BotApiRefusal)) throw error;
    // Too old: the person has typed on or given up.
    log.info({ err: error }, 'an inline query could not be answered');
  }
}

function article({ id, title, description, reply }: Finding, botUsername: string): InlineQueryResultArticle {
  const message = inlineMessage(reply, botUsername);
  const { text, ...fields } = textFields(message);
  return {
    type: 'article',
    id,
    title: title.toWellFormed(),
    description: description.toWellFormed(),
    input_message_content: { message_text: text, ...fields },
    ...replyMarkup(message),
  };
}
