CREATE TABLE "audit_entry" (
	"aggregate" text NOT NULL,
	"aggregate_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"actor_user_id" uuid,
	"body" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entry_pkey" PRIMARY KEY("aggregate","aggregate_id","seq")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dedupe_key" text NOT NULL,
	"user_id" uuid NOT NULL,
	"template" text NOT NULL,
	"payload" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"delivered_at" timestamp with time zone,
	"dropped_reason" text,
	CONSTRAINT "outbox_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "stored_answer" (
	"actor_key" text NOT NULL,
	"request_id" text NOT NULL,
	"action" text NOT NULL,
	"input_digest" text NOT NULL,
	"answer" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stored_answer_actor_key_request_id_pk" PRIMARY KEY("actor_key","request_id")
);
--> statement-breakpoint
CREATE TABLE "barred_person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"id_number" text NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"reason" text NOT NULL,
	"until" text collate "C",
	"added_by" uuid NOT NULL,
	"added_by_name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "code_serial" (
	"series" text collate "C" PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duplicate_verdict" (
	"filing_id" uuid NOT NULL,
	"candidate_key" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_by_name" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "duplicate_verdict_filing_id_candidate_key_pk" PRIMARY KEY("filing_id","candidate_key")
);
--> statement-breakpoint
CREATE TABLE "filing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"community_code" text collate "C" NOT NULL,
	"street_code" text collate "C" NOT NULL,
	"applicant_id" uuid NOT NULL,
	"organization_id" uuid,
	"name" text NOT NULL,
	"name_folded" text NOT NULL,
	"category" text,
	"rule_set_id" text NOT NULL,
	"rule_set_version" integer NOT NULL,
	"form_version" integer NOT NULL,
	"countersign" text NOT NULL,
	"countersign_opinion" text,
	"claimed_by" uuid,
	"claimed_by_name" text,
	"accepted_by" uuid,
	"accepted_by_name" text,
	"approved_by" uuid,
	"approved_by_name" text,
	"due_on" text collate "C",
	"reminded_on" text collate "C",
	"submitted_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"returned_fields" jsonb,
	"return_note" text,
	"refusal_reason" text,
	"review_scores" jsonb,
	"review_opinion" text,
	"committee_opinion" text,
	"filing_code" text collate "C",
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "filing_personal" (
	"filing_id" uuid PRIMARY KEY NOT NULL,
	"street_code" text collate "C" NOT NULL,
	"answers" jsonb NOT NULL,
	"leader_id_number" text,
	"leader_phone" text
);
--> statement-breakpoint
CREATE TABLE "rule_set" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"effective_on" text collate "C" NOT NULL,
	"data" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rule_set_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "ledger_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"file_name" text NOT NULL,
	"digest" text NOT NULL,
	"row" integer NOT NULL,
	"reasons" text[] NOT NULL,
	"values" jsonb NOT NULL,
	"status" text NOT NULL,
	"resolution" text,
	"created_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "inbox_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"event" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"link" text,
	"dedupe_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "subscribe_permit" (
	"user_id" uuid NOT NULL,
	"template" text NOT NULL,
	"left_count" integer NOT NULL,
	CONSTRAINT "subscribe_permit_user_id_template_pk" PRIMARY KEY("user_id","template")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_folded" text NOT NULL,
	"name_grams" text[] NOT NULL,
	"community_code" text collate "C" NOT NULL,
	"category" text,
	"category_label" text,
	"service_field" text,
	"status" text NOT NULL,
	"filing_code" text collate "C",
	"uscc" text collate "C",
	"founded_on" text collate "C",
	"valid_from" text collate "C",
	"valid_to" text collate "C",
	"member_count" integer,
	"purpose" text,
	"scope" text,
	"activity_area" text,
	"party_member_count" integer,
	"party_org_form" text,
	"supervising_unit" text,
	"industry_authority" text,
	"registrar" text,
	"rule_set_id" text,
	"rule_set_version" integer,
	"origin" text NOT NULL,
	"reminded_on" text collate "C",
	"self_check" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization_personal" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"community_code" text collate "C" NOT NULL,
	"leader_name" text,
	"leader_id_number" text,
	"leader_phone" text,
	"venue_address" text,
	"founders" jsonb,
	"members" jsonb,
	"charter" text
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"openid" text,
	"name" text NOT NULL,
	"phone" text,
	"elder_mode" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "app_user_openid_unique" UNIQUE("openid")
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"region_code" text collate "C",
	"organization_id" uuid,
	"valid_from" text collate "C" NOT NULL,
	"valid_to" text collate "C",
	"granted_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "duplicate_verdict" ADD CONSTRAINT "duplicate_verdict_filing_id_filing_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filing_personal" ADD CONSTRAINT "filing_personal_filing_id_filing_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_personal" ADD CONSTRAINT "organization_personal_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("actor_user_id","at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "stored_answer_created" ON "stored_answer" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "barred_person_id" ON "barred_person" USING btree ("id_number");--> statement-breakpoint
CREATE UNIQUE INDEX "filing_name_in_community" ON "filing" USING btree ("community_code","name_folded") WHERE kind = 'setup' and status in ('submitted', 'accepted', 'underReview');--> statement-breakpoint
CREATE UNIQUE INDEX "filing_open_for_organization" ON "filing" USING btree ("organization_id","kind") WHERE organization_id is not null and status in ('draft', 'submitted', 'accepted', 'underReview', 'returned');--> statement-breakpoint
CREATE INDEX "filing_applicant" ON "filing" USING btree ("applicant_id","updated_at");--> statement-breakpoint
CREATE INDEX "filing_queue" ON "filing" USING btree ("status","street_code","due_on");--> statement-breakpoint
CREATE INDEX "filing_organization" ON "filing" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "filing_personal_leader_id" ON "filing_personal" USING btree ("leader_id_number");--> statement-breakpoint
CREATE INDEX "filing_personal_leader_phone" ON "filing_personal" USING btree ("leader_phone");--> statement-breakpoint
CREATE INDEX "rule_set_region" ON "rule_set" USING btree ("region_code");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_draft_digest" ON "ledger_draft" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "ledger_draft_open" ON "ledger_draft" USING btree ("status","region_code");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_message_once" ON "inbox_message" USING btree ("user_id","dedupe_key");--> statement-breakpoint
CREATE INDEX "inbox_message_user" ON "inbox_message" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_name_in_community" ON "organization" USING btree ("community_code","name_folded") WHERE status <> 'cancelled';--> statement-breakpoint
CREATE UNIQUE INDEX "organization_filing_code" ON "organization" USING btree ("filing_code");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_uscc" ON "organization" USING btree ("uscc");--> statement-breakpoint
CREATE INDEX "organization_region" ON "organization" USING btree ("community_code","id");--> statement-breakpoint
CREATE INDEX "organization_valid_to" ON "organization" USING btree ("valid_to") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "organization_grams" ON "organization" USING gin ("name_grams");--> statement-breakpoint
CREATE INDEX "organization_personal_leader_id" ON "organization_personal" USING btree ("leader_id_number");--> statement-breakpoint
CREATE INDEX "organization_personal_leader_phone" ON "organization_personal" USING btree ("leader_phone");--> statement-breakpoint
CREATE INDEX "organization_personal_region" ON "organization_personal" USING btree ("community_code");--> statement-breakpoint
CREATE UNIQUE INDEX "app_user_phone" ON "app_user" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "role_grant_user" ON "role_grant" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "role_grant_region" ON "role_grant" USING btree ("role","region_code");--> statement-breakpoint
CREATE INDEX "role_grant_organization" ON "role_grant" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");