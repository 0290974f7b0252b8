export { createTelegramAdapter, type TelegramAdapter, type TelegramParts } from './telegram-adapter.ts';
export { TELEGRAM_CAPABILITIES } from './capabilities.ts';
export { TELEGRAM_LIMITS } from './limits.ts';
export { renderTelegram, type TelegramMessage } from './render/render-telegram.ts';
