CREATE TABLE "ledger_imported" (
	"digest" text PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"row" integer NOT NULL,
	"imported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organization_personal" ADD COLUMN "ledger_note" text;--> statement-breakpoint
ALTER TABLE "organization_personal" ADD COLUMN "ledger_extra" jsonb;--> statement-breakpoint
CREATE INDEX "ledger_imported_organization" ON "ledger_imported" USING btree ("organization_id");