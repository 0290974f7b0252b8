import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { setInterval } from 'node:timers';
import type { Adapter } from './adapters/adapter.ts';
import { AdapterError, NetworkFailure } from './adapters/errors.ts';
import type { Assistant } from './assistant/assistant.ts';
import { COMMANDS } from './assistant/commands/index.ts';
import { createAssistant, type ExplainingAssistant } from './assistant/create-assistant.ts';
import { topicName } from './assistant/quiz/topics.ts';
import type { Picture } from './assistant/reply.ts';
import type { Address, Outbox } from './assistant/outbox.ts';
import type { Config } from './config.ts';
import type { Knowledge } from './knowledge/load.ts';
import type { Log } from './log.ts';
import { loadWithSnapshot, type Loaded } from './knowledge/snapshot.ts';
import { createQuiz, type OpenQuiz } from './open-quiz.ts';
import type { Progress } from './quiz/progress.ts';
import { indexKnowledge, type SearchTables } from './search/search-tables.ts';
import { createSearch } from './search/search.ts';

/** How often it is looked after what is due, in milliseconds. */
const DUE_MS = 1000;

/** How often that may be under way at once. */
const MAX_RUNNING = 20;

/** What the notes and their index are made by; a kept index of other code is not used. */
const CODE = ['knowledge', 'search', '../package-lock.json'].map((path) => resolve(import.meta.dirname, path));

/**
 * Reads the notes and indexes them, or takes both from where they were kept at an earlier start.
 *
 * @throws {KnowledgeError} naming every fault of the notes
 */
export function loadIndexed({
  knowledgeFolder,
  cacheFolder,
  today,
}: {
  readonly knowledgeFolder: string;
  readonly cacheFolder: string;
  /** ISO day. */
  readonly today: string;
}): Promise<Loaded<SearchTables>> {
  return loadWithSnapshot({ knowledgeFolder, today, cacheFolder, code: CODE, make: indexKnowledge });
}

/** What an assistant can be given besides its notes. */
export interface AssistantExtras {
  /** The index of the same knowledge, where there is one already. */
  readonly tables?: SearchTables | undefined;
  /** By default a quiz that forgets everything at the end. */
  readonly quiz?: OpenQuiz;
  /** The platforms on which Otto can speak up by itself; none by default. */
  readonly chats?: readonly string[];
}

/** The conversation over the given knowledge, with everything it needs from the outside world. */
export function createOttoAssistant(
  knowledge: Knowledge,
  log: Log,
  { tables, quiz = createQuiz(knowledge, { type: 'sqlite', file: ':memory:' }, log), chats = [] }: AssistantExtras = {},
): ExplainingAssistant {
  return createAssistant({
    knowledge,
    search: createSearch(knowledge, tables),
    commands: COMMANDS,
    quiz: quiz.open,
    drawProgress,
    canSpeakUpOn: (platform) => chats.includes(platform),
    now: Date.now,
    newFaultId: () => randomBytes(4).toString('hex'),
    onFault: (error, faultId) => log.error({ err: error, faultId }, 'a request failed'),
  });
}

/** An adapter that is off, and the variable that turns it on. */
export interface AdapterSwitch {
  readonly name: string;
  readonly variable: string;
}

/** How the start of a bot ended. */
export interface BotReport {
  readonly name: string;
  /** Why it could not start, in words for the person who runs Otto; absent when it is connected. */
  readonly failure?: string;
}

/** Otto with all the faces that the environment turns on. */
export interface App {
  /** Where the web page is, after {@link App.start}. */
  readonly address: () => string;
  /** The adapters that are not configured. */
  readonly off: readonly AdapterSwitch[];
  /**
   * Serves the web page, then lets the bots connect in their own time. A bot that its platform refuses is reported
   * and left out while the others go on.
   *
   * @throws {AdapterError} when the web page cannot be served
   */
  readonly start: (report: (bot: BotReport) => void) => Promise<void>;
  /** Finishes what is in flight and closes every adapter. */
  readonly stop: () => Promise<void>;
}

/** Puts the house together; the only place that knows every part. */
export async function createApp(config: Config, assistant: Assistant, log: Log): Promise<App> {
  const bots: Adapter[] = [];
  const off: AdapterSwitch[] = [];
  const routes = [];
  // The faces' libraries are large: each is loaded only when it is used, which keeps the start quick.
  if (config.telegram) {
    const { createTelegramAdapter } = await import('./adapters/telegram/index.ts');
    const telegram = createTelegramAdapter({
      assistant,
      config: config.telegram,
      log: log.child({ adapter: 'telegram' }),
    });
    bots.push(telegram);
    if (telegram.webhook) routes.push(telegram.webhook);
  } else off.push({ name: 'Telegram', variable: 'TELEGRAM_BOT_TOKEN' });
  if (config.discord) {
    const { createDiscordAdapter } = await import('./adapters/discord/index.ts');
    bots.push(createDiscordAdapter({ assistant, config: config.discord, log: log.child({ adapter: 'discord' }) }));
  } else off.push({ name: 'Discord', variable: 'DISCORD_BOT_TOKEN' });
  const { createWebAdapter } = await import('./adapters/web/index.ts');
  const web = createWebAdapter({ assistant, config: config.web, log: log.child({ adapter: 'web' }), routes });

  const outbox = joinOutboxes(bots);
  let clock: NodeJS.Timeout | undefined;
  const running = new Set<Promise<void>>();

  return {
    address: web.address,
    off,
    start: async (report) => {
      await web.start();
      for (const bot of bots) void startBot(bot, log).then(report);
      if (bots.length === 0) return;
      clock = setInterval(() => {
        // A chat that keeps the bot waiting holds up no other: what is under way is claimed, so that it isn't done twice.
        if (running.size >= MAX_RUNNING) return;
        const run = assistant.runDue(outbox).finally(() => running.delete(run));
        running.add(run);
      }, DUE_MS);
    },
    stop: async () => {
      clearInterval(clock);
      await Promise.all([...running, ...[web, ...bots].map((adapter) => adapter.stop())]);
    },
  };
}

/** Never rejects: whatever stops one bot must not stop the rest. */
async function startBot(bot: Adapter, log: Log): Promise<BotReport> {
  try {
    await bot.start();
    log.info({ adapter: bot.name }, 'started');
    return { name: bot.name };
  } catch (error) {
    log.error({ adapter: bot.name, err: error }, 'could not start; the others go on');
    const failure = error instanceof AdapterError ? error.message : 'an unexpected error; the log has the details';
    return { name: bot.name, failure };
  }
}

/** The libraries that draw are loaded when the first picture is wanted. */
async function drawProgress(progress: Progress): Promise<Picture> {
  const [{ progressChart }, { toPng }] = await Promise.all([
    import('./pictures/progress-chart.ts'),
    import('./pictures/to-png.ts'),
  ]);
  return {
    png: await toPng(progressChart(progress, topicName)),
    description: 'A bar for each topic: how many questions were seen and how many are mastered.',
  };
}

/** One outbox for all platforms that can speak up by themselves. */
function joinOutboxes(bots: readonly Adapter[]): Outbox {
  const outboxOf = ({ platform }: Address) => {
    const outbox = bots.find(({ name }) => name === platform)?.outbox;
    if (!outbox) throw new NetworkFailure(`Nothing can be posted on ${platform}, which is off.`);
    return outbox;
  };
  return {
    reaches: (platform) => {
      const outbox = bots.find(({ name }) => name === platform)?.outbox;
      return outbox !== undefined && (outbox.isReady?.() ?? true);
    },
    post: async (place, reply, key) => outboxOf(place).post(place.id, reply, key),
    edit: async (place, message, reply) => outboxOf(place).edit(place.id, message, reply),
    tell: async (person, reply) => outboxOf(person).tell(person.id, reply),
    openThread: async (place, title) => outboxOf(place).openThread?.(place.id, title),
  };
}
