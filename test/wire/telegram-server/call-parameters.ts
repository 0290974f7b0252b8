import type { IncomingMessage } from 'node:http';
import { badRequest } from './refusal.ts';
import { fieldTypes, isObject, UploadedFile, type FieldType, type Parameters } from './schema.ts';

/**
 * Reads the parameters of a call: JSON, or a form with files
 * (https://core.telegram.org/bots/api#making-requests).
 */
export async function readParameters(request: IncomingMessage, method: string): Promise<Parameters> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // without an encoding, a stream of HTTP yields Buffers
  const body = Buffer.concat(chunks);
  if (body.length === 0) return {};
  const type = request.headers['content-type'] ?? '';
  return type.startsWith('multipart/form-data') ? readForm(body, type, method) : readJson(body.toString('utf8'));
}

function readJson(text: string): Parameters {
  try {
    const body: unknown = JSON.parse(text);
    if (isObject(body)) return body;
  } catch {
    // Refused below: the body is no JSON.
  }
  throw badRequest("can't parse the request's JSON object");
}

async function readForm(body: Buffer<ArrayBuffer>, contentType: string, method: string): Promise<Parameters> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  const types = fieldTypes(method);
  const fields: [string, unknown][] = [];
  for (const [name, value] of form) {
    // Meant for answers to a webhook, which name their method; Telegraf adds it to every form.
    if (name === 'method') continue;
    fields.push([
      name,
      typeof value === 'string'
        ? fieldOf(value, types[name])
        : new UploadedFile(value.name, Buffer.from(await value.arrayBuffer())),
    ]);
  }
  return Object.fromEntries(fields);
}

/** A form's field, which is always text, as what it stands for. */
function fieldOf(value: string, type: FieldType | undefined): unknown {
  if (type === 'string' || type === undefined) return value;
  if (type === 'chat' && !/^-?\d+$/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
