import * as z from 'zod';

const snowflake = z.string().regex(/^\d{1,20}$/);

/** Text of which something is left when white space is trimmed, as Discord trims it. */
const shown = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine((text) => text.trim() !== '', 'This field is required');

const url = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/\S+$/);

/** A file that comes with the message. */
const uploaded = z.string().regex(/^attachment:\/\/[\w.-]+$/);

const embed = z.strictObject({
  title: z.string().max(256).optional(),
  description: z.string().max(4096).optional(),
  url: url.optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  timestamp: z.iso.datetime().optional(),
  footer: z.strictObject({ text: shown(2048), icon_url: url.optional() }).optional(),
  author: z.strictObject({ name: shown(256), url: url.optional(), icon_url: url.optional() }).optional(),
  image: z.strictObject({ url: z.union([url, uploaded]) }).optional(),
  thumbnail: z.strictObject({ url }).optional(),
  fields: z
    .array(z.strictObject({ name: shown(256), value: shown(1024), inline: z.boolean().optional() }))
    .max(25)
    .optional(),
});

const customId = z.string().min(1).max(100);
const emoji = z.strictObject({ id: snowflake.nullish(), name: z.string().nullish(), animated: z.boolean().optional() });

const button = z
  .strictObject({
    type: z.literal(2),
    style: z.int().min(1).max(6),
    label: z.string().max(80).optional(),
    emoji: emoji.optional(),
    custom_id: customId.optional(),
    url: url.max(512).optional(),
    disabled: z.boolean().optional(),
  })
  .refine(({ style, url: link, custom_id }) => (style === 5 ? link && !custom_id : custom_id && !link), {
    error: 'A custom id and url cannot both be specified, and one is needed',
  })
  .refine(({ label, emoji: sign }) => label?.trim() || sign, { error: 'A button needs a label or an emoji' });

const select = z.strictObject({
  type: z.literal(3),
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  disabled: z.boolean().optional(),
  options: z
    .array(
      z.strictObject({
        label: shown(100),
        value: shown(100),
        description: z.string().max(100).optional(),
        emoji: emoji.optional(),
        default: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(25)
    .refine((options) => areUnique(options.map(({ value }) => value)), 'The specified option value is already used'),
});

const row = z.strictObject({
  type: z.literal(1),
  components: z
    .array(z.union([button, select]))
    .min(1)
    .max(5)
    .refine((all) => all.length === 1 || all.every(({ type }) => type === 2), 'A row holds up to 5 buttons or 1 menu'),
});

const allowedMentions = z
  .strictObject({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
    users: z.array(snowflake).max(100).optional(),
    roles: z.array(snowflake).max(100).optional(),
    replied_user: z.boolean().optional(),
  })
  .refine(
    ({ parse, users }) => !(parse?.includes('users') && users?.length),
    'parse:["users"] and users: [ids] are mutually exclusive',
  );

const attachment = z.strictObject({
  id: z.union([z.int(), snowflake]),
  filename: z.string().min(1).max(1024).nullish(),
  description: z.string().max(1024).nullish(),
});

const content = {
  content: z.string().max(2000).nullish(),
  embeds: z.array(embed).max(10).nullish(),
  components: z.array(row).max(5).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: z.int().nullish(),
  attachments: z.array(attachment).max(10).nullish(),
};

/** What Discord takes as the content of a message, however it is sent. */
export interface MessageContent {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly z.infer<typeof embed>[] | null | undefined;
  readonly components?: readonly z.infer<typeof row>[] | null | undefined;
  readonly allowed_mentions?: z.infer<typeof allowedMentions> | null | undefined;
  readonly flags?: number | null | undefined;
  readonly attachments?: readonly z.infer<typeof attachment>[] | null | undefined;
}

function checkWhole(body: MessageContent, context: z.core.$RefinementCtx): void {
  const embeds = body.embeds ?? [];
  if (embeds.reduce((sum, each) => sum + embedLength(each), 0) > 6000) {
    context.addIssue({ code: 'custom', path: ['embeds'], message: 'Embed size exceeds maximum size of 6000' });
  }
  embeds.forEach((each, index) => {
    if (embedLength(each) === 0 && !each.image && !each.thumbnail) {
      context.addIssue({ code: 'custom', path: ['embeds', index, 'description'], message: 'This field is required' });
    }
  });
  const ids = (body.components ?? []).flatMap(({ components }) =>
    components.flatMap(({ custom_id }) => custom_id ?? []),
  );
  if (!areUnique(ids)) {
    context.addIssue({ code: 'custom', path: ['components'], message: 'Component custom id cannot be duplicated' });
  }
}

function embedLength({ title, description, footer, author, fields = [] }: z.infer<typeof embed>): number {
  const texts = [title, description, footer?.text, author?.name, ...fields.flatMap(({ name, value }) => [name, value])];
  return texts.reduce((sum, text) => sum + (text?.trim().length ?? 0), 0);
}

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

const reference = z.strictObject({ message_id: snowflake, fail_if_not_exists: z.boolean().optional() });

// discord.js adds tts and enforce_nonce to whatever it sends.
const habits = { tts: z.boolean().optional(), enforce_nonce: z.boolean().optional() };

/** Body of `POST /channels/{id}/messages`. */
export const channelMessage = z
  .strictObject({
    ...content,
    ...habits,
    nonce: z.union([z.int(), z.string().max(25)]).optional(),
    message_reference: reference.optional(),
  })
  .superRefine(checkWhole);

/** Body of `PATCH /channels/{id}/messages/{id}`. */
export const editedMessage = z.strictObject(content).superRefine(checkWhole);

/** Body of a message sent or edited with an interaction's token. */
export const interactionMessage = z.strictObject({ ...content, ...habits }).superRefine(checkWhole);

/** Data of an autocomplete result. */
export const autocompleteResult = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        value: z.string().min(1).max(100),
        name_localizations: z.null().optional(),
      }),
    )
    .max(25),
});
