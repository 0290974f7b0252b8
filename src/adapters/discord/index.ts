export { createDiscordAdapter, type DiscordParts } from './discord-adapter.ts';
export { commandDefinitions } from './commands/command-definitions.ts';
export { DISCORD_LIMITS } from './limits.ts';
export { renderDiscord, type DiscordMessage, type Presentation } from './render/render-reply.ts';
