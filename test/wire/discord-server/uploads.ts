import { ApiError } from './api-error.ts';
import type { MessageContent } from './message-rules.ts';
import type { StoredFile, World } from './world.ts';

/** A file as it was uploaded. */
export interface Upload {
  readonly name: string;
  readonly content: Buffer;
}

/** What was sent: a JSON body, and files by the number they have in it. */
export interface Sent {
  readonly body: unknown;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** Most bytes of one file. @see https://docs.discord.com/developers/reference#uploading-files */
const MAX_FILE = 10 * 1024 * 1024;

/**
 * Reads a request's body: JSON, or a form with the JSON in `payload_json` and files in `files[0]`, `files[1]` and so on.
 *
 * @throws {ApiError} when it is neither
 */
export async function readSent(raw: Buffer<ArrayBuffer>, contentType = ''): Promise<Sent> {
  if (!contentType.startsWith('multipart/form-data')) return { body: parsed(raw.toString()), uploads: new Map() };
  const form = await new Response(raw, { headers: { 'content-type': contentType } }).formData();
  const uploads = new Map<string, Upload>();
  for (const [field, value] of form) {
    const [, number] = /^files\[(\d+)\]$/.exec(field) ?? [];
    if (number === undefined || typeof value === 'string') continue;
    if (value.size > MAX_FILE) throw new ApiError(413, 40005, 'Request entity too large');
    uploads.set(number, { name: value.name, content: Buffer.from(await value.arrayBuffer()) });
  }
  if (uploads.size > 10) throw new ApiError(400, 50035, 'Invalid Form Body: at most 10 files');
  const json = form.get('payload_json');
  return { body: typeof json === 'string' ? parsed(json) : {}, uploads };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}

/**
 * The files of a message after it was sent or edited: those it lists stay, those that were uploaded come.
 *
 * @throws {ApiError} 50035 when it lists a file that is neither there nor uploaded
 */
export function filesAfter(
  world: World,
  { attachments }: MessageContent,
  uploads: ReadonlyMap<string, Upload>,
  before: readonly StoredFile[] = [],
): readonly StoredFile[] {
  const listed = new Map((attachments ?? []).map((each) => [String(each.id), each]));
  const kept = attachments ? before.filter(({ id }) => listed.has(id)) : before;
  for (const id of listed.keys()) {
    if (!uploads.has(id) && !before.some((file) => file.id === id)) {
      throw new ApiError(400, 50035, `Invalid Form Body: there is no attachment ${id}`);
    }
  }
  const added = [...uploads].map(([number, { name, content }]) => {
    const description = listed.get(number)?.description;
    return { id: world.ids.next(), name, content, ...(typeof description === 'string' && { description }) };
  });
  return [...kept, ...added];
}
