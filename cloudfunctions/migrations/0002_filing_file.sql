CREATE TABLE "stored_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"purpose" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text,
	"upload_key" text,
	"storage_key" text,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "stored_file_ready" CHECK (status = 'prepared' or (storage_key is not null and sha256 is not null))
);
--> statement-breakpoint
CREATE TABLE "filing_file" (
	"file_id" uuid NOT NULL,
	"filing_id" uuid NOT NULL,
	CONSTRAINT "filing_file_file_id_filing_id_pk" PRIMARY KEY("file_id","filing_id")
);
--> statement-breakpoint
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_owner_user_id_app_user_id_fk" FOREIGN KEY ("owner_user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filing_file" ADD CONSTRAINT "filing_file_filing_id_filing_id_fk" FOREIGN KEY ("filing_id") REFERENCES "public"."filing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stored_file_owner" ON "stored_file" USING btree ("owner_user_id","created_at");--> statement-breakpoint
CREATE INDEX "stored_file_uploads" ON "stored_file" USING btree ("created_at") WHERE upload_key is not null;--> statement-breakpoint
CREATE INDEX "stored_file_expiring" ON "stored_file" USING btree ("expires_at") WHERE expires_at is not null;--> statement-breakpoint
CREATE INDEX "filing_file_filing" ON "filing_file" USING btree ("filing_id");