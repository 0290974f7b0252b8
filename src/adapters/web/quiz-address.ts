import type { PollKey, ShownQuestion } from '../../assistant/reply.ts';

/** A page of somebody's quiz: the question it is at, or what one answer was told. */
export interface QuizPage {
  readonly session: string;
  /** The answered question, counted from 0; absent for the one that the quiz is at. */
  readonly position?: number;
}

/** `abc`, or `abc/3` for the third question's verdict. */
const FORM = /^(?<session>[a-z0-9]{1,24})(?:\/(?<number>[1-9]\d?))?$/;

/** The page on which a question stands: of its own when it is answered, so that it can be loaded again. */
export function pageOf({ session, position, marks }: PollKey & Pick<ShownQuestion, 'marks'>): QuizPage {
  return marks ? { session, position } : { session };
}

/** A page in short, as it stands in addresses. */
export function encodeQuizPage({ session, position }: QuizPage): string {
  return position === undefined ? session : `${session}/${position + 1}`;
}

/** The page that such a text names; `undefined` for any other. */
export function decodeQuizPage(text: string): QuizPage | undefined {
  const { session, number } = FORM.exec(text)?.groups ?? {};
  if (session === undefined) return undefined;
  return number === undefined ? { session } : { session, position: Number(number) - 1 };
}

/** The address of a page. */
export function quizAddress(page: QuizPage): string {
  return `/quiz/${encodeQuizPage(page)}`;
}
