import { ERRORS } from '@zhiping/contract';
import { z } from 'zod';
import type { AnyRoute } from './route.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of all routes, made from the schemas that judge the requests. */
export function openApi(routes: readonly AnyRoute[], publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.endpoint.url.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.endpoint.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '职评', version: '1', description: '职称评审平台的接口。错误一律用同一种格式回答，见 Error。' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Error: ERROR },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zhiping_session' } },
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

function operation({ endpoint }: AnyRoute): Json {
  const failure = {
    description: '没有成功',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.url.replace(/[^A-Za-z]+(.)?/g, (_, next: string = '') => next.toUpperCase())}`,
    summary: endpoint.summary,
    tags: [endpoint.action.split('.')[0]],
    'x-action': endpoint.action,
    security: [{ session: [] }, {}],
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...requestBody(endpoint),
    responses: { '200': success(endpoint), default: failure },
  };
}

function requestBody(endpoint: AnyRoute['endpoint']): Json {
  if (endpoint.method === 'GET') return {};
  const schema = schemaOf(endpoint.body, 'input');
  if (endpoint.transport !== 'upload') return { requestBody: { content: { 'application/json': { schema } } } };
  const properties = { ...(schema['properties'] as Json | undefined), file: { type: 'string', format: 'binary' } };
  return { requestBody: { content: { 'multipart/form-data': { schema: { ...schema, properties } } } } };
}

function success(endpoint: AnyRoute['endpoint']): Json {
  if (endpoint.transport === 'download') {
    return {
      description: '文件',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  }
  return { description: '成功', content: { 'application/json': { schema: schemaOf(endpoint.answer, 'output') } } };
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  return json;
}
