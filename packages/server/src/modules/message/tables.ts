import type { DeliveryState } from '@zhiping/contract';
import type { TemplateId } from '@zhiping/core';
import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface MessageTables {
  message: {
    id: string;
    posting_id: string;
    person_id: string;
    organiser_id: string;
    template: TemplateId;
    about_noun: string;
    about_id: string;
    occasion: string;
    title: string;
    body: string;
    created_at: string;
    read_at: string | null;
  };
  message_delivery: {
    id: string;
    message_id: string;
    person_id: string;
    organiser_id: string;
    template: TemplateId;
    channel: 'mail' | 'sms' | 'site';
    state: DeliveryState;
    attempts: Generated<number>;
    error: Generated<string>;
    created_at: string;
    changed_at: string;
  };
  message_preference: { person_id: string; mail: boolean; phone: boolean; digest: boolean };
  bulk_message: {
    id: string;
    organiser_id: string;
    plan_id: string;
    stages: string[];
    title: string;
    body: string;
    state: 'held' | 'released' | 'cancelled';
    recipients: number;
    held_by: string;
    held_at: string;
    decided_by: string | null;
    decided_at: string | null;
    version: Generated<number>;
  };
}
