import type { Capabilities } from '../adapter.ts';
import { TELEGRAM_LIMITS } from './limits.ts';

/** What Telegram can do. */
export const TELEGRAM_CAPABILITIES: Capabilities = Object.freeze({
  maxTextLength: TELEGRAM_LIMITS.textLength,
  maxButtonLabel: TELEGRAM_LIMITS.buttonLabel,
  maxButtons: TELEGRAM_LIMITS.buttons,
  privateReply: false,
  editInPlace: true,
  // Inline mode looks notes up, but offers no values for a command's arguments.
  autocomplete: false,
  nativeQuiz: true,
  threads: false,
});
