import type { PacketContent } from '@zhiping/contract';
import type { Generated, JSONColumnType } from 'kysely';

/** Rows of the tables this module owns, by table name. They live in the schema `packet`. */
export interface PacketTables {
  /** View: the packets the actor may read now. */
  'packet.mine': { packet_id: string; meeting_id: string };
  'packet.packet': {
    id: string;
    meeting_id: string;
    number: number;
    level: string;
    specialty: string;
    content: JSONColumnType<PacketContent, string, string>;
  };
  'packet.file': {
    id: string;
    packet_id: string;
    position: number;
    name: string;
    media_type: string;
    blob_id: string;
  };
  'packet.score': {
    packet_id: string;
    person_id: string;
    organiser_id: string;
    kind: 'review' | 'defence';
    factors: JSONColumnType<Record<string, number>, string, string>;
    total: number;
    comment: string;
    version: Generated<number>;
  };
  'packet.opinion': { packet_id: string; text: string; recommended: boolean; version: Generated<number> };
  'packet.opinion_signature': { packet_id: string; person_id: string };
}
