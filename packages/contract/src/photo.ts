import type { PhotoRule } from '@zhiping/core';
import { z } from 'zod';
import { date, id, instant } from './common.ts';
import { endpoint } from './endpoint.ts';

/** One photo of a person as it is kept. */
export const photo = z.object({
  id,
  mediaType: z.string(),
  bytes: z.int().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
  /** How bright the edge is, `edgeOf` of `core/photo`. */
  edge: z.array(z.int().min(0).max(255)),
  takenOn: date,
  uploadedAt: instant,
});
export type Photo = z.infer<typeof photo>;

/** What the rule of one plan says about the photo. `rule` is the plan's `documents.photo`. */
export const photoVerdict = z.object({
  planId: id,
  planName: z.string(),
  label: z.string(),
  /** Nothing is submitted without it. */
  required: z.boolean(),
  rule: z.json() as unknown as z.ZodType<PhotoRule>,
  problems: z.array(z.string()),
});
export type PhotoVerdict = z.infer<typeof photoVerdict>;

const photos = z.object({
  current: photo.nullable(),
  /** Replaced ones, the last first, at most twenty. */
  earlier: z.array(photo),
  /** Plans that ask for a photo and still take applications. */
  plans: z.array(photoVerdict),
});
export type Photos = z.infer<typeof photos>;

export const readPhotos = endpoint({
  method: 'GET',
  url: '/api/archive/photo',
  action: 'photo.read-own',
  summary: '本人的证件照和各计划的要求',
  answer: photos,
});

export const replacePhoto = endpoint({
  method: 'POST',
  url: '/api/archive/photo',
  action: 'photo.replace',
  summary: '上传证件照；原来的留存',
  transport: 'upload',
  body: z.object({ takenOn: date }),
  answer: photos,
});

export const downloadPhoto = endpoint({
  method: 'GET',
  url: '/api/photos/:photoId/file',
  action: 'photo.open',
  summary: '查看一张证件照',
  params: z.object({ photoId: id }),
  transport: 'download',
});
