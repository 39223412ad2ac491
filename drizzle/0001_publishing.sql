CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`via` text NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`unit_id` text,
	`before` text,
	`after` text,
	`remark` text
);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_kind`,`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_unit` ON `audit_entries` (`unit_id`,`id`);--> statement-breakpoint
CREATE TABLE `content_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`unit_id` text NOT NULL,
	`owner_id` text,
	`created_at` text NOT NULL,
	`gone_at` text,
	`gone_to` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `content_entries_kind_slug` ON `content_entries` (`kind`,`slug`);--> statement-breakpoint
CREATE INDEX `content_entries_unit` ON `content_entries` (`unit_id`,`kind`);--> statement-breakpoint
CREATE TABLE `content_references` (
	`entry_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text,
	PRIMARY KEY(`entry_id`, `name`)
);
--> statement-breakpoint
CREATE INDEX `content_references_name` ON `content_references` (`name`,`role`);--> statement-breakpoint
CREATE TABLE `images` (
	`hash` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`unit_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `images_unit` ON `images` (`unit_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `preview_links` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`label` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`entry_id`) REFERENCES `content_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `preview_links_token` ON `preview_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `preview_links_entry` ON `preview_links` (`entry_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `page_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`unit_id` text NOT NULL,
	`is_useful` integer NOT NULL,
	`comment` text NOT NULL,
	`at` text NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`handled_by` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `page_comments_state` ON `page_comments` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `page_comments_page` ON `page_comments` (`kind`,`slug`,`id`);--> statement-breakpoint
CREATE TABLE `page_reads` (
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`unit_id` text NOT NULL,
	`src` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `kind`, `slug`, `unit_id`, `src`)
);
--> statement-breakpoint
CREATE TABLE `source_links` (
	`code` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`label` text NOT NULL,
	`path` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`closed_at` text
);
--> statement-breakpoint
CREATE INDEX `source_links_unit` ON `source_links` (`unit_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`reply` text,
	`at` text NOT NULL,
	PRIMARY KEY(`actor_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_at` ON `idempotency_keys` (`at`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`who` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` text NOT NULL,
	`last_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_failures_last` ON `sign_in_failures` (`last_at`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT true NOT NULL,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`image` text,
	`two_factor_enabled` integer DEFAULT false NOT NULL,
	`disabled_at` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `staff_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`password` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_accounts_staff` ON `staff_accounts` (`staff_id`,`provider_id`);--> statement-breakpoint
CREATE TABLE `staff_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`unit_id` text NOT NULL,
	`granted_by` text NOT NULL,
	`granted_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_roles_one` ON `staff_roles` (`staff_id`,`role`,`unit_id`);--> statement-breakpoint
CREATE INDEX `staff_roles_unit` ON `staff_roles` (`unit_id`);--> statement-breakpoint
CREATE TABLE `staff_second_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`verified` integer DEFAULT false NOT NULL,
	`failed_verification_count` integer DEFAULT 0 NOT NULL,
	`locked_until` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_second_factors_staff` ON `staff_second_factors` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`staff_id` text NOT NULL,
	`has_second_factor` integer DEFAULT false NOT NULL,
	`started_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_sessions_token` ON `staff_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `staff_sessions_staff` ON `staff_sessions` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`staff_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`permissions` text NOT NULL,
	`unit_id` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`last_used_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_tokens_hash` ON `staff_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `staff_tokens_staff` ON `staff_tokens` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff_used_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_used_codes_at` ON `staff_used_codes` (`at`);--> statement-breakpoint
CREATE TABLE `staff_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_verifications_identifier` ON `staff_verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `unit_headcounts` (
	`unit_id` text NOT NULL,
	`audience` text NOT NULL,
	`as_of` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`unit_id`, `audience`, `as_of`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `unit_periods` (
	`unit_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`kind` text NOT NULL,
	`parent_id` text,
	PRIMARY KEY(`unit_id`, `valid_from`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_periods_parent` ON `unit_periods` (`parent_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `unit_successors` (
	`unit_id` text NOT NULL,
	`successor_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`note` text,
	PRIMARY KEY(`unit_id`, `successor_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_successors_successor` ON `unit_successors` (`successor_id`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`is_sample` integer NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `link_checks` (
	`address` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`status` integer,
	`problem` text,
	`moved_to` text,
	`failed_nights` integer NOT NULL,
	`failed_on` text,
	`checked_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `link_checks_state` ON `link_checks` (`state`,`address`);--> statement-breakpoint
CREATE TABLE `link_uses` (
	`address` text NOT NULL,
	`edition_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`field` text NOT NULL,
	PRIMARY KEY(`address`, `edition_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `content_entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `link_uses_edition` ON `link_uses` (`edition_id`);--> statement-breakpoint
CREATE INDEX `link_uses_entry` ON `link_uses` (`entry_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`entry_id` text NOT NULL,
	`due_on` text NOT NULL,
	`at` text NOT NULL,
	`read_at` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `content_entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`staff_id`,`kind`,`entry_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `notices_staff` ON `notices` (`staff_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_entry` ON `notices` (`entry_id`);--> statement-breakpoint
CREATE TABLE `recheck_rows` (
	`recheck_id` text NOT NULL,
	`code` text NOT NULL,
	`outcome` text NOT NULL,
	`title` text NOT NULL,
	`entry_id` text,
	`edition_id` text,
	`fields` text NOT NULL,
	`told` text NOT NULL,
	`draft_id` text,
	PRIMARY KEY(`recheck_id`, `code`),
	FOREIGN KEY (`recheck_id`) REFERENCES `rechecks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recheck_rows_outcome` ON `recheck_rows` (`recheck_id`,`outcome`,`code`);--> statement-breakpoint
CREATE TABLE `rechecks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`exported_on` text NOT NULL,
	`unit_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	`changed` integer NOT NULL,
	`same` integer NOT NULL,
	`new` integer NOT NULL,
	`missing` integer NOT NULL,
	`elsewhere` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rechecks_unit` ON `rechecks` (`unit_id`,`id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_content_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`origin` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`body_hash` text NOT NULL,
	`folded` text NOT NULL,
	`review_by` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`authors` text NOT NULL,
	`submitted_by` text,
	`approved_by` text,
	`change_kind` text,
	`change_note` text,
	`scheduled_for` text,
	`scheduled_by` text,
	`published_at` text,
	`published_by` text,
	`urgent_reason` text,
	`second_look_by` text,
	`superseded_at` text,
	`withdrawn_on` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`entry_id`) REFERENCES `content_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `content_entries`("id", "kind", "slug", "unit_id", "created_at") SELECT i."id", i."kind", i."slug", 'so-gddt', min(e."published_at") FROM `content_items` i JOIN `content_editions` e ON e."item_id" = i."id" GROUP BY i."id";--> statement-breakpoint
INSERT INTO `__new_content_editions`("id", "entry_id", "number", "state", "version", "origin", "title", "body", "body_hash", "folded", "created_at", "updated_at", "authors", "published_at", "superseded_at") SELECT e."id", e."item_id", e."number", CASE WHEN e."superseded_at" IS NULL THEN 'published' ELSE 'superseded' END, 1, e."origin", i."title", e."body", e."body_hash", '', e."published_at", e."published_at", '[]', e."published_at", e."superseded_at" FROM `content_editions` e JOIN `content_items` i ON i."id" = e."item_id";--> statement-breakpoint
DROP TABLE `content_editions`;--> statement-breakpoint
ALTER TABLE `__new_content_editions` RENAME TO `content_editions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `content_editions_entry_number` ON `content_editions` (`entry_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `content_editions_one_live` ON `content_editions` (`entry_id`) WHERE state IN ('published', 'withdrawn');--> statement-breakpoint
CREATE UNIQUE INDEX `content_editions_one_open` ON `content_editions` (`entry_id`) WHERE state IN ('draft', 'submitted', 'returned', 'approved', 'scheduled');--> statement-breakpoint
CREATE INDEX `content_editions_state` ON `content_editions` (`state`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `content_editions_updated` ON `content_editions` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `content_editions_scheduled` ON `content_editions` (`scheduled_for`) WHERE state = 'scheduled';--> statement-breakpoint
CREATE INDEX `content_editions_review` ON `content_editions` (`review_by`) WHERE state = 'published';--> statement-breakpoint
ALTER TABLE `content_items` ADD `reply_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `content_items` ADD `is_listed` integer DEFAULT true NOT NULL;