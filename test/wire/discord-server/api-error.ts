import type * as z from 'zod';

/** A refusal as Discord's REST API words it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: number,
    message: string,
    extra: { errors?: unknown; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.body = { code, message, ...(extra.errors !== undefined && { errors: extra.errors }) };
    this.headers = extra.headers ?? {};
  }
}

/** Refuses a body that breaks a rule, with the place of each fault in Discord's nested form. */
export function invalidForm(issues: readonly z.core.$ZodIssue[]): ApiError {
  const errors: Record<string, unknown> = {};
  for (const { path, message, code } of issues) {
    const place = path.reduce<Record<string, unknown>>((node, key) => {
      const next = (node[String(key)] ??= {});
      return next as Record<string, unknown>; // every node on the way was made by this line
    }, errors);
    place['_errors'] = [{ code: code.toUpperCase(), message }];
  }
  return new ApiError(400, 50035, 'Invalid Form Body', { errors });
}

/** The body as the schema wants it. @throws {ApiError} 50035 otherwise */
export function checked<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw invalidForm(result.error.issues);
  return result.data;
}
