import type { Command } from '../command.ts';
import { ask } from './ask.ts';
import { compare } from './compare.ts';
import { daily } from './daily.ts';
import { exam } from './exam.ts';
import { exportCommand } from './export.ts';
import { forget } from './forget.ts';
import { help } from './help.ts';
import { leaderboard } from './leaderboard.ts';
import { note } from './note.ts';
import { progress } from './progress.ts';
import { quiz } from './quiz.ts';
import { remind } from './remind.ts';
import { review } from './review.ts';
import { round } from './round.ts';
import { stop } from './stop.ts';
import { topics } from './topics.ts';

/** Every command there is, in the order in which menus and `/help` show them. To add one, add its file and list it. */
export const COMMANDS: readonly Command[] = [
  ask,
  quiz,
  topics,
  compare,
  note,
  review,
  exam,
  round,
  stop,
  progress,
  leaderboard,
  daily,
  remind,
  exportCommand,
  forget,
  help,
];
