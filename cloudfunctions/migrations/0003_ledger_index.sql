DROP INDEX "organization_region";--> statement-breakpoint
DROP INDEX "organization_grams";--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "renew_before_days" integer;--> statement-breakpoint
CREATE INDEX "organization_grams" ON "organization" USING gin ("name_grams") WITH (fastupdate=false);--> statement-breakpoint
-- The order of the ledger with everything its filters ask for: page 500 and a text's frequency are read from the index alone.
CREATE INDEX "organization_ledger" ON "organization" ("community_code", "id") INCLUDE ("name_folded", "kind", "status", "category", "valid_to");
--> statement-breakpoint
-- Registered, lapsed and cancelled ones are few; without this a filter for them walks the whole province.
CREATE INDEX "organization_unusual" ON "organization" ("community_code", "id") INCLUDE ("name_folded", "kind", "status", "category", "valid_to") WHERE "kind" = 'registered' OR "status" <> 'active';
