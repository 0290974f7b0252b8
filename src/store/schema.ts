/**
 * The tables, as kysely sees them. The same on SQLite and PostgreSQL: ids are texts, times are milliseconds since 1970,
 * yes and no are 1 and 0, lists are JSON. People are known by platform id alone, with the name they last had.
 */
export interface Schema {
  readonly learner: LearnerTable;
  readonly card: CardTable;
  readonly item: ItemTable;
  readonly session: SessionTable;
  readonly answer: AnswerTable;
  readonly round: RoundTable;
  readonly choice: ChoiceTable;
  readonly asked: AskedTable;
  readonly daily: DailyTable;
  readonly reminder: ReminderTable;
  readonly poll: PollTable;
}

/** Somebody who has answered at least once. */
export interface LearnerTable {
  /** `platform:id`. */
  id: string;
  name: string;
  /** In logits, the same scale as an item's difficulty. */
  ability: number;
  answers: number;
  seen_at: number;
}

/** What one learner remembers of one item: the state of ts-fsrs. */
export interface CardTable {
  learner: string;
  item: string;
  due: number;
  stability: number;
  difficulty: number;
  scheduled_days: number;
  learning_steps: number;
  reps: number;
  lapses: number;
  state: number;
  last_review: number | null;
}

/** How hard an item has proved to be, over all learners. */
export interface ItemTable {
  id: string;
  difficulty: number;
  answers: number;
}

/** A run of questions: one learner's quiz, review or exam, or a daily question that everybody in its place may answer. */
export interface SessionTable {
  id: string;
  /** `null`: everybody may answer. */
  learner: string | null;
  place: string;
  kind: 'quiz' | 'review' | 'exam' | 'daily';
  /** JSON list of item ids. */
  items: string;
  /** The question that is open now, counted from 0; the number of items when all are answered. */
  position: number;
  asked_at: number;
  started_at: number;
  /** When an exam's time is up. */
  deadline_at: number | null;
  finished_at: number | null;
}

/** One answer to one question: of a session, or of a group round after its reveal. */
export interface AnswerTable {
  /** Id of the session or round. */
  session: string;
  position: number;
  learner: string;
  item: string;
  place: string;
  /** The option chosen, as it was shown, counted from 0. */
  option: number;
  correct: number;
  points: number;
  /** How long it took, in milliseconds. */
  ms: number;
  at: number;
}

/** A group's round. */
export interface RoundTable {
  id: string;
  /** `platform:place`. */
  place: string;
  starter: string;
  /** JSON list of item ids. */
  items: string;
  seconds: number;
  /** Whether it is still to get a thread of its own. */
  thread: number;
  /** The thread it runs in, as `platform:place`; `null` when it runs in its place itself. */
  shown_in: string | null;
  position: number;
  phase: 'opening' | 'open' | 'pausing' | 'over';
  /** When the next step is due. */
  due_at: number;
  /** Raised at every step, so that only one instance takes it. */
  version: number;
  /** The message of the question that is open, where it has been posted. */
  message: string | null;
  opened_at: number;
  /** Questions in a row that nobody answered. */
  unanswered: number;
}

/** What somebody chose in a round; may change until the reveal. */
export interface ChoiceTable {
  round: string;
  position: number;
  learner: string;
  option: number;
  at: number;
}

/** What a place has been asked, so that rounds and daily questions don't repeat. */
export interface AskedTable {
  place: string;
  item: string;
  at: number;
}

/** A place's daily question. */
export interface DailyTable {
  place: string;
  /** Minutes after local midnight. */
  minute: number;
  zone: string;
  /** A topic, or empty for all. */
  topic: string;
  next_at: number;
  /** Until when the instance that took it may take to post it. */
  lease_until: number;
}

/** When a learner wants to be reminded of what is due. */
export interface ReminderTable {
  learner: string;
  minute: number;
  zone: string;
  quiet_from: number;
  quiet_to: number;
  next_at: number;
  lease_until: number;
  /** Reminders in a row after which the learner did nothing. */
  ignored: number;
  /** Why it is paused: `blocked` or `away`; `null` while it runs. */
  paused: string | null;
}

/** A native poll that stands for a question. */
export interface PollTable {
  /** `platform:id of the poll`. */
  id: string;
  session: string;
  position: number;
  place: string;
}
