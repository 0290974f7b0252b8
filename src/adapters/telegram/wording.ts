import type { UserFromGetMe } from 'telegraf/types';
import { plainReply, type Inline, type Reply } from '../../assistant/reply.ts';

/** Who the bot is, and whether privacy mode is off for it. */
type Bot = Pick<UserFromGetMe, 'username' | 'can_read_all_group_messages'>;

const EXAMPLE = 'which port does Modbus use?';

/** What somebody reads who presses Start: what to ask, and how it goes in groups. */
export function greeting(bot: Bot): Reply {
  return paragraphs(
    [
      text('Hello, I am Otto. Ask me about IT and OT security in plain words, for example “'),
      { type: 'emphasis', children: [text(EXAMPLE)] },
      text('”. /help lists what else I can do.'),
    ],
    [text('In any chat, type '), code(`@${bot.username} modbus`), text(' to look something up and share it.')],
    [text('I can join a group, too. '), ...groupUse(bot)],
  );
}

/** What a group reads when the bot is added to it. */
export function groupHello(bot: Bot): Reply {
  return paragraphs(
    [text('Hello, I am Otto. I answer questions about IT and OT security from checked notes, with their sources.')],
    groupUse(bot),
  );
}

/** What somebody reads who sends a picture, a voice or a sticker. */
export const UNREADABLE: Reply = plainReply(
  'unknown',
  'I can only read text. Ask me in words, for example “what is a PLC?”',
);

/** The notice over a button from an older version of Otto; at most 200 characters. */
export const STALE_BUTTON = 'This button is from an older version of me. Please ask again.';

/** The label over an inline query's results that leads to a chat with the bot. */
export const ASK_IN_CHAT = 'Ask me in a chat';

/** The label of the button that opens what didn't fit into one message. */
export const READ_ON = 'Read on';

/** The label of the button under a quiz that leads to its note. */
export const READ_NOTE = 'The note about it';

/** What a group reads when what somebody asked for there concerns them alone. */
export const SENT_PRIVATELY: Reply = plainReply('quiz', 'That is for you alone: I have sent it to our private chat.');

/** What a group reads when somebody asked there for what concerns them alone, but Telegram lets the bot not write to them. */
export function askPrivately(bot: Pick<Bot, 'username'>): Reply {
  return paragraphs([
    text('That is for you alone, and I can’t write to you yet: open a chat with '),
    code(`@${bot.username}`),
    text(', press Start, and ask me there.'),
  ]);
}

/** What somebody reads when a fault of ours left their message without an answer. */
export function apology(faultId: string): Reply {
  return plainReply(
    'unknown',
    `Something went wrong on my side. Please try again; if it stays, report it as ${faultId}.`,
  );
}

/** Privacy mode hides mentions from bots: https://core.telegram.org/bots/features#privacy-mode */
function groupUse(bot: Bot): readonly Inline[] {
  const ask = [
    text('In a group, ask with '),
    code(`/ask@${bot.username} ${EXAMPLE}`),
    text(', or reply to one of my messages'),
  ];
  const mention = code(`@${bot.username}`);
  return bot.can_read_all_group_messages
    ? [...ask, text(', or mention '), mention, text('.')]
    : [
        ...ask,
        text('. Mentions of '),
        mention,
        text(
          ' reach me only where I am an administrator, or with privacy mode turned off at @BotFather (/setprivacy) before I am added. I stay silent otherwise.',
        ),
      ];
}

function paragraphs(...children: readonly (readonly Inline[])[]): Reply {
  return plainReply('answer', '', { body: children.map((each) => ({ type: 'paragraph', children: each })) });
}

function text(content: string): Inline {
  return { type: 'text', text: content };
}

function code(content: string): Inline {
  return { type: 'code', text: content };
}
