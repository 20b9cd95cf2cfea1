import { ERRORS } from '@zhiping/contract';
import { z } from 'zod';
import type { AnyRoute } from './route.ts';

type Json = Record<string, unknown>;
/** Schemas that are referred to by name. */
type Parts = Json;

/** The OpenAPI 3.1 description of all routes, made from the schemas that judge the requests. */
export function openApi(routes: readonly AnyRoute[], publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  const parts: Parts = { Error: ERROR };
  for (const route of routes) {
    const path = route.endpoint.url.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.endpoint.method.toLowerCase()]: operation(route, parts) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '职评', version: '1', description: '职称评审平台的接口。错误一律用同一种格式回答，见 Error。' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: parts,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'zhiping_session' },
        token: { type: 'http', scheme: 'bearer', description: '接口令牌，在“账户安全”建立' },
      },
    },
  };
}

const ERROR: Json = {
  type: 'object',
  required: ['code', 'message', 'what', 'requestId'],
  properties: {
    code: { type: 'string', enum: Object.keys(ERRORS).toSorted() },
    message: { type: 'string', description: '发生了什么' },
    what: { type: 'string', description: '现在可以做什么' },
    requestId: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    details: {},
  },
};

function operation({ endpoint }: AnyRoute, parts: Parts): Json {
  const name = operationId(endpoint);
  const failure = {
    description: '没有成功',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpoint.action.split('.')[0]],
    'x-action': endpoint.action,
    security: [{ session: [] }, { token: [] }, {}],
    parameters: [
      ...parameters(endpoint.params, 'path', parts, `${name}.path`),
      ...parameters(endpoint.query, 'query', parts, `${name}.query`),
    ],
    ...requestBody(endpoint, parts, `${name}.body`),
    responses: { '200': success(endpoint, parts, `${name}.answer`), default: failure },
  };
}

/** `GET /api/units/:id` → `getApiUnitsId`. */
function operationId({ method, url }: AnyRoute['endpoint']): string {
  const words = url.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function requestBody(endpoint: AnyRoute['endpoint'], parts: Parts, name: string): Json {
  if (endpoint.method === 'GET') return {};
  if (endpoint.transport === 'chunk') {
    const bytes = { type: 'string', format: 'binary' };
    return { requestBody: { content: { 'application/octet-stream': { schema: bytes } } } };
  }
  const schema = schemaOf(endpoint.body, 'input', parts, name);
  if (endpoint.transport !== 'upload') return { requestBody: { content: { 'application/json': { schema } } } };
  const properties = { ...(schema['properties'] as Json | undefined), file: { type: 'string', format: 'binary' } };
  return { requestBody: { content: { 'multipart/form-data': { schema: { ...schema, properties } } } } };
}

function success(endpoint: AnyRoute['endpoint'], parts: Parts, name: string): Json {
  if (endpoint.transport === 'download') {
    return {
      description: '文件',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  }
  return {
    description: '成功',
    content: { 'application/json': { schema: schemaOf(endpoint.answer, 'output', parts, name) } },
  };
}

function parameters(schema: z.ZodType, place: 'path' | 'query', parts: Parts, name: string): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input', parts, name) as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([own, one]) => ({
    name: own,
    in: place,
    required: place === 'path' || required.includes(own),
    schema: one,
  }));
}

/** JSON Schema of one part. What it defines for itself (recursive parts) moves to the components under its own name. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', parts: Parts, name: string): Json {
  const { $schema: _, $defs, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) =>
        key === '$ref' && typeof part === 'string'
          ? [
              key,
              part === '#' ? `#/components/schemas/${name}` : part.replace('#/$defs/', `#/components/schemas/${name}.`),
            ]
          : [key, renamed(part)],
      ),
    );
  };
  for (const [own, part] of Object.entries(($defs ?? {}) as Json)) parts[`${name}.${own}`] = renamed(part);
  const whole = renamed(json) as Json;
  if (!JSON.stringify(whole).includes(`"#/components/schemas/${name}"`)) return whole;
  parts[name] = whole;
  return { $ref: `#/components/schemas/${name}` };
}
