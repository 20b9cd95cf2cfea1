export { digestOf, type Waiting } from './digest.ts';
export { isStaff, type Moved, type Notice, noticesOf, RECIPIENTS, type Recipient } from './notices.ts';
export { retryMinutes } from './retry.ts';
export {
  MESSAGE_TEMPLATES,
  type MessageTemplate,
  renderMessage,
  sampleMessage,
  type Slots,
  TEMPLATE_IDS,
  type TemplateId,
} from './templates.ts';
