import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/adapters/plain-text.ts';
import { renderTurn } from '../../../src/adapters/terminal/render-turn.ts';
import { FIRST_TURN, inputOf, turnAfter } from '../../../src/adapters/terminal/turn.ts';
import { plainReply, type Button, type Reply } from '../../../src/assistant/reply.ts';
import type { Input } from '../../../src/assistant/request.ts';
import { scriptedAssistant } from '../scripted-assistant.ts';

const optionButton = (label: string, option: number): Button => ({
  label,
  action: { type: 'answer', session: 's', position: 0, option },
  role: 'option',
});

const SHOWN = { session: 's', position: 0, total: 2, text: 'Which port?', options: ['502', '80'], more: [] };

const QUESTION: Reply = plainReply('quiz', 'Which port?', {
  title: 'Quiz: question 1 of 2',
  buttons: [optionButton('A', 0), optionButton('B', 1)],
  question: SHOWN,
});

const NEXT: Button = { label: 'Next question', action: { type: 'question', session: 's' }, role: 'navigation' };

const VERDICT: Reply = plainReply('quiz', '', {
  title: 'Not quite',
  buttons: [NEXT],
  question: { ...SHOWN, marks: { chosen: 1, correct: 0 }, more: plainReply('quiz', 'Modbus uses it.').body },
});

const NOTE = plainReply('answer', 'A note.', { placement: 'beside', buttons: [{ ...NEXT, label: 'More' }] });
const RESULT = plainReply('quiz', '2 of 2 right', { title: 'Finished' });
const SAID: Input = { type: 'question', text: 'x' };
const GOING_ON: Input = { type: 'action', action: { type: 'question', session: 's' } };

const assistant = scriptedAssistant();
const pressed = (button: Button | undefined) => button && { type: 'action', action: button.action };

describe('a line typed under an open question', () => {
  const turn = turnAfter(SAID, QUESTION, FIRST_TURN);

  it.each([
    ['a', 0],
    ['B', 1],
    [' 2 ', 1],
  ])('%j answers it', (line, option) => {
    expect(inputOf(line, turn, assistant)).toEqual(pressed(QUESTION.buttons[option]));
  });

  it.each(['c', '3', 'what is a plc'])('%j is a question of its own', (line) => {
    expect(inputOf(line, turn, assistant)).toEqual({ type: 'question', text: line });
  });

  it('answers by letter after something else was asked, where numbers press what was shown last', () => {
    const later = turnAfter(SAID, NOTE, turn);
    expect(inputOf('b', later, assistant)).toEqual(pressed(QUESTION.buttons[1]));
    expect(inputOf('1', later, assistant)).toEqual(pressed(NOTE.buttons[0]));
  });

  it('shows the question again when it is empty', () => {
    expect(inputOf('', turnAfter(SAID, NOTE, turn), assistant)).toEqual(GOING_ON);
  });
});

describe('after the verdict', () => {
  const turn = turnAfter(SAID, VERDICT, turnAfter(SAID, QUESTION, FIRST_TURN));

  it('an empty line goes on, also after the note was read', () => {
    expect(inputOf('', turn, assistant)).toEqual(pressed(NEXT));
    expect(inputOf('', turnAfter(SAID, NOTE, turn), assistant)).toEqual(pressed(NEXT));
  });

  it('letters are questions again', () => {
    expect(inputOf('a', turn, assistant)).toEqual({ type: 'question', text: 'a' });
  });

  it('and the result, an empty line does nothing', () => {
    expect(inputOf('', turnAfter(GOING_ON, RESULT, turn), assistant)).toBeUndefined();
  });
});

describe('on the screen', () => {
  it('a question tells how to answer instead of numbering its options twice', () => {
    const text = renderTurn(QUESTION, PLAIN);
    expect(text).toContain('Answer with A to B, or 1 to 2.');
    expect(text).not.toContain('[1]');
  });

  it('a verdict marks the chosen and the right option by signs and words', () => {
    expect(renderTurn(VERDICT, PLAIN)).toBe(
      [
        '✗ Not quite',
        'Which port?',
        '✓ A. 502 (right)\n✗ B. 80 (your answer)',
        'Modbus uses it.',
        '[1] Next question',
        'Enter goes on.',
      ].join('\n\n'),
    );
  });

  it('a picture is told by what it shows', () => {
    const reply = plainReply('quiz', 'Far.', { picture: { png: new Uint8Array(), description: 'A chart' } });
    expect(renderTurn(reply, PLAIN)).toBe('Far.\n\nPicture: A chart');
  });
});
