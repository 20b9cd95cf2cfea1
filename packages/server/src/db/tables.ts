import type { AccountTables } from '../modules/account/tables.ts';
import type { ApplicationTables } from '../modules/application/tables.ts';
import type { ArchiveTables } from '../modules/archive/tables.ts';
import type { AuthorityTables } from '../modules/authority/tables.ts';
import type { BallotTables } from '../modules/ballot/tables.ts';
import type { CallTables } from '../modules/call/tables.ts';
import type { CertificateTables } from '../modules/certificate/tables.ts';
import type { CodeTables } from '../modules/codes/tables.ts';
import type { ConsultationTables } from '../modules/consultation/tables.ts';
import type { ConsentTables } from '../modules/consent/tables.ts';
import type { ContactTables } from '../modules/contact/tables.ts';
import type { EndorsementTables } from '../modules/endorsement/tables.ts';
import type { EvaluationTables } from '../modules/evaluation/tables.ts';
import type { ExaminationTables } from '../modules/examination/tables.ts';
import type { ExtensionTables } from '../modules/extension/tables.ts';
import type { DelegationTables } from '../modules/delegation/tables.ts';
import type { FeeTables } from '../modules/fee/tables.ts';
import type { MeetingTables } from '../modules/meeting/tables.ts';
import type { MembershipTables } from '../modules/membership/tables.ts';
import type { MergeTables } from '../modules/merge/tables.ts';
import type { MessageTables } from '../modules/message/tables.ts';
import type { OfficeTables } from '../modules/office/tables.ts';
import type { OrganisationTables } from '../modules/organisation/tables.ts';
import type { PacketTables } from '../modules/packet/tables.ts';
import type { PaperTables } from '../modules/paper/tables.ts';
import type { PhotoTables } from '../modules/photo/tables.ts';
import type { PlanTables } from '../modules/plan/tables.ts';
import type { PolicyTables } from '../modules/policy/tables.ts';
import type { PoolTables } from '../modules/pool/tables.ts';
import type { PostTables } from '../modules/post/tables.ts';
import type { PrivacyTables } from '../modules/privacy/tables.ts';
import type { PublicityTables } from '../modules/publicity/tables.ts';
import type { RegisterTables } from '../modules/register/tables.ts';
import type { ResultTables } from '../modules/result/tables.ts';
import type { RetentionTables } from '../modules/retention/tables.ts';
import type { ReuseTables } from '../modules/reuse/tables.ts';
import type { SignatureTables } from '../modules/signature/tables.ts';
import type { TokenTables } from '../modules/token/tables.ts';
import type { UnitTables } from '../modules/unit/tables.ts';
import type { VolumeTables } from '../modules/volume/tables.ts';
import type { WebhookTables } from '../modules/webhook/tables.ts';
import type { FoundationTables } from './foundation-tables.ts';

/** Every table, as kysely sees it. Each module describes its own in `modules/<noun>/tables.ts`. */
export type Database = FoundationTables &
  AccountTables &
  ApplicationTables &
  ArchiveTables &
  AuthorityTables &
  BallotTables &
  CallTables &
  CertificateTables &
  CodeTables &
  ConsultationTables &
  ConsentTables &
  ContactTables &
  EndorsementTables &
  EvaluationTables &
  ExaminationTables &
  ExtensionTables &
  DelegationTables &
  FeeTables &
  MeetingTables &
  MembershipTables &
  MergeTables &
  MessageTables &
  OfficeTables &
  OrganisationTables &
  PacketTables &
  PaperTables &
  PhotoTables &
  PlanTables &
  PolicyTables &
  PoolTables &
  PostTables &
  PrivacyTables &
  PublicityTables &
  RegisterTables &
  ResultTables &
  RetentionTables &
  ReuseTables &
  SignatureTables &
  TokenTables &
  UnitTables &
  VolumeTables &
  WebhookTables;
