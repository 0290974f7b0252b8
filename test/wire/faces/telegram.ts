import type { SentMessage, TelegramServer } from '../telegram-server/index.ts';
import { nothingToClose, type Face, type Shown } from './face.ts';

/** A private chat on Telegram. */
export function telegramFace({ people }: TelegramServer): Face {
  const person = people.person('Alice');
  const chat = people.privateChat(person);
  return {
    name: 'Telegram',
    ask: async (question) => {
      people.say(person, chat, question);
      return shown(await chat.answers.next());
    },
    close: nothingToClose,
  };
}

function shown({ text, entities }: SentMessage): Shown {
  const heading = text.lastIndexOf('\nSources\n');
  const links = entities.filter(({ type, offset }) => type === 'text_link' && heading >= 0 && offset > heading);
  return { text, sources: links.flatMap(({ url }) => url ?? []) };
}
