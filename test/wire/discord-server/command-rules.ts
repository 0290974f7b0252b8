import * as z from 'zod';

const CHAT_INPUT = 1;

const slashName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}]{1,32}$/u, 'Command name is invalid')
  .refine((name) => name === name.toLowerCase(), 'Command name must be lower case');

const choice = z.strictObject({
  name: z.string().min(1).max(100),
  value: z.union([z.string().min(1).max(100), z.number()]),
});

const option = z
  .strictObject({
    type: z.int().min(3).max(11),
    name: slashName,
    description: z.string().min(1).max(100),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z.array(choice).max(25).optional(),
    min_length: z.int().min(0).max(6000).optional(),
    max_length: z.int().min(1).max(6000).optional(),
  })
  .refine(({ autocomplete, choices }) => !(autocomplete && choices), 'autocomplete and choices are mutually exclusive')
  .refine(
    ({ type, autocomplete, choices }) => [3, 4, 10].includes(type) || !(autocomplete || choices),
    'This type has no choices',
  );

const command = z
  .strictObject({
    type: z.int().min(1).max(3).default(CHAT_INPUT),
    name: z.string().min(1).max(32),
    description: z.string().max(100).optional(),
    options: z
      .array(option)
      .max(25)
      .refine(
        (options) => new Set(options.map(({ name }) => name)).size === options.length,
        'Option names must be unique',
      )
      .refine(
        (options) =>
          options.every(({ required }, index) => !required || options.slice(0, index).every((each) => each.required)),
        'Required options must be placed before non-required options',
      )
      .optional(),
  })
  .superRefine((each, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (each.type === CHAT_INPUT) {
      if (!slashName.safeParse(each.name).success) say('name', 'Command name is invalid');
      if (!each.description) say('description', 'This field is required');
    } else {
      if (each.description) say('description', 'Context menu commands cannot have description');
      if (each.options) say('options', 'Context menu commands cannot have options');
    }
    if (textLength(each) > 8000) say('options', 'Command exceeds maximum size (8000)');
  });

function textLength({
  name,
  description = '',
  options = [],
}: {
  name: string;
  description?: string | undefined;
  options?: readonly Option[] | undefined;
}): number {
  const texts = options.flatMap((each) => [
    each.name,
    each.description,
    ...(each.choices ?? []).flatMap((c) => [c.name, String(c.value)]),
  ]);
  return [name, description, ...texts].reduce((sum, text) => sum + text.length, 0);
}

/** Body of a bulk overwrite of commands. */
export const commandList = z
  .array(command)
  .refine(
    (all) => all.filter(({ type }) => type === CHAT_INPUT).length <= 100,
    'Maximum number of application commands reached',
  )
  .refine(
    (all) => new Set(all.map(({ type, name }) => `${type} ${name}`)).size === all.length,
    'Application command names must be unique',
  );

/** An option as it was registered. */
export type Option = z.infer<typeof option>;

/** A command as it was registered. */
export type RegisteredCommand = z.infer<typeof command> & { readonly id: string };

/** A registered command as Discord gives it back: ids and defaults added, what is false or empty left out. */
export function commandPayload({ options, description = '', ...rest }: RegisteredCommand, applicationId: string) {
  return {
    ...rest,
    application_id: applicationId,
    version: rest.id,
    default_member_permissions: null,
    nsfw: false,
    description,
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    name_localizations: null,
    description_localizations: null,
    ...(options && {
      options: options.map(({ required, autocomplete, ...each }) => ({
        ...each,
        name_localizations: null,
        description_localizations: null,
        ...(required && { required }),
        ...(autocomplete && { autocomplete }),
      })),
    }),
  };
}
