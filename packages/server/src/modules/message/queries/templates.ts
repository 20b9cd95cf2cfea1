import { MESSAGE_TEMPLATES, sampleMessage, TEMPLATE_IDS } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { channelsOf } from '../channels/channels.ts';

/** Every kind of message with a filled-in sample, and the ways out of the site that are set up. */
export function listTemplates(ctx: Ctx) {
  const ways = channelsOf(ctx.installation.settings);
  return {
    channels: { mail: ways.includes('mail'), sms: ways.includes('sms') },
    items: TEMPLATE_IDS.map((id) => ({ ...MESSAGE_TEMPLATES[id], sample: sampleMessage(id) })),
  };
}
