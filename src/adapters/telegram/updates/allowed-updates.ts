/** The kinds of updates that are handled, and so the only ones that Telegram is asked for. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'inline_query', 'my_chat_member', 'poll_answer'] as const;
