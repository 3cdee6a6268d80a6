import * as z from 'zod';
import type { Contract } from '@shared/kernel/contract';
import { errorTable } from '@shared/kernel/errors';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'openapi-3.0' });

const errorSchema = {
  type: 'object',
  properties: {
    ok: { enum: [false] },
    error: {
      type: 'object',
      properties: {
        code: { enum: Object.keys(errorTable) },
        message: { type: 'string' },
        fields: {
          type: 'array',
          items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
        },
      },
    },
  },
};

const json = (schema: unknown) => ({ 'application/json': { schema } });

/** The HTTP surface as OpenAPI 3, generated from the contracts. */
export function openapi(contract: Contract, publicUrl: string) {
  const paths = Object.fromEntries(
    Object.entries(contract).map(([action, call]) => [
      `/api/${action}`,
      {
        post: {
          operationId: action,
          summary: call.title,
          tags: [action.split('.')[0]],
          parameters:
            call.kind === 'command'
              ? [
                  {
                    name: 'Idempotency-Key',
                    in: 'header',
                    required: true,
                    schema: { type: 'string', minLength: 16, maxLength: 80 },
                  },
                ]
              : [],
          requestBody: { content: json(schemaOf(call.input, 'input')) },
          responses: {
            200: {
              description: 'ok',
              content: json({
                type: 'object',
                properties: { ok: { enum: [true] }, data: schemaOf(call.output, 'output') },
              }),
            },
            default: { description: 'refused', content: json(errorSchema) },
          },
        },
      },
    ]),
  );
  return {
    openapi: '3.0.3',
    info: { title: '社邻 Shelin', version: '1' },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }, {}],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths,
  };
}
