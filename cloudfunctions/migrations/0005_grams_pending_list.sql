DROP INDEX "organization_grams";--> statement-breakpoint
CREATE INDEX "organization_grams" ON "organization" USING gin ("name_grams") WITH (fastupdate=true,gin_pending_list_limit=256);