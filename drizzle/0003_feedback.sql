CREATE TABLE `public_reports` (
	`report_id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`answer` text NOT NULL,
	`folded` text NOT NULL,
	`category_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`received_on` text NOT NULL,
	`answered_on` text NOT NULL,
	`published_at` text NOT NULL,
	`published_by` text NOT NULL,
	`hidden_reason` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `public_reports_newest` ON `public_reports` (`published_at`);--> statement-breakpoint
CREATE INDEX `public_reports_category` ON `public_reports` (`category_id`,`published_at`);--> statement-breakpoint
CREATE INDEX `public_reports_unit` ON `public_reports` (`unit_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `report_answers` (
	`report_id` text NOT NULL,
	`round` integer NOT NULL,
	`text` text NOT NULL,
	`authors` text NOT NULL,
	`approved_by` text,
	`answer_day` text,
	`sent_at` text,
	PRIMARY KEY(`report_id`, `round`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_answers_day` ON `report_answers` (`answer_day`,`sent_at`);--> statement-breakpoint
CREATE TABLE `report_follows` (
	`report_id` text NOT NULL,
	`citizen_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`report_id`, `citizen_id`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_follows_citizen` ON `report_follows` (`citizen_id`);--> statement-breakpoint
CREATE TABLE `report_ratings` (
	`report_id` text NOT NULL,
	`round` integer NOT NULL,
	`stars` integer NOT NULL,
	`comment` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`report_id`, `round`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_clocks` (
	`report_id` text NOT NULL,
	`number` integer NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	PRIMARY KEY(`report_id`, `number`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_contacts` (
	`report_id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`phone_mark` text,
	`last_digits_mark` text,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_contacts_phone` ON `report_contacts` (`phone_mark`);--> statement-breakpoint
CREATE TABLE `report_events` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`is_internal` integer NOT NULL,
	`staff_id` text,
	`unit_id` text,
	`text` text,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_events_report` ON `report_events` (`report_id`,`id`);--> statement-breakpoint
CREATE TABLE `report_files` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text,
	`citizen_id` text,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`redacted_name` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_files_report` ON `report_files` (`report_id`);--> statement-breakpoint
CREATE INDEX `report_files_citizen` ON `report_files` (`citizen_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `report_files_waiting` ON `report_files` (`created_at`) WHERE "report_files"."report_id" IS NULL;--> statement-breakpoint
CREATE INDEX `report_files_redacted` ON `report_files` (`redacted_name`) WHERE "report_files"."redacted_name" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`category_id` text NOT NULL,
	`concerned_unit_id` text,
	`unit_id` text NOT NULL,
	`assignee_id` text,
	`state` text NOT NULL,
	`is_open` integer NOT NULL,
	`content` text NOT NULL,
	`place` text NOT NULL,
	`named_officer` text NOT NULL,
	`said_not_legal` integer NOT NULL,
	`may_publish` integer NOT NULL,
	`channel` text NOT NULL,
	`citizen_id` text,
	`consent_id` text,
	`erased_at` text,
	`received_at` text NOT NULL,
	`round_started_at` text NOT NULL,
	`limit_days` integer NOT NULL,
	`due_at` text,
	`is_due_approximate` integer NOT NULL,
	`first_answered_at` text,
	`first_due_at` text,
	`first_answer_minutes` integer,
	`worked_minutes` integer NOT NULL,
	`answered_at` text,
	`closed_at` text,
	`reopen_until` text,
	`rounds` integer NOT NULL,
	`return_reason` text,
	`merged_into_id` text,
	`split_from_id` text,
	`escalated_at` text,
	`updated_at` text NOT NULL,
	`version` integer NOT NULL,
	`request_key` text,
	`request_hash` text,
	`link_version` integer NOT NULL,
	FOREIGN KEY (`consent_id`,`citizen_id`) REFERENCES `consents`(`id`,`citizen_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reports_agreed" CHECK(("reports"."erased_at" IS NULL AND "reports"."citizen_id" IS NOT NULL AND "reports"."consent_id" IS NOT NULL) OR
        ("reports"."erased_at" IS NOT NULL AND "reports"."citizen_id" IS NULL AND "reports"."consent_id" IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_code` ON `reports` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_request` ON `reports` (`citizen_id`,`request_key`);--> statement-breakpoint
CREATE INDEX `reports_citizen` ON `reports` (`citizen_id`,`id`);--> statement-breakpoint
CREATE INDEX `reports_unit` ON `reports` (`unit_id`,`id`);--> statement-breakpoint
CREATE INDEX `reports_unit_state` ON `reports` (`unit_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `reports_unit_category` ON `reports` (`unit_id`,`category_id`,`id`);--> statement-breakpoint
CREATE INDEX `reports_unit_both` ON `reports` (`unit_id`,`state`,`category_id`,`id`);--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`unit_id`,`id`) WHERE "reports"."is_open" = 1;--> statement-breakpoint
CREATE INDEX `reports_due` ON `reports` (`unit_id`,`due_at`,`id`,`state`,`category_id`) WHERE "reports"."is_open" = 1;--> statement-breakpoint
CREATE INDEX `reports_assignee` ON `reports` (`assignee_id`,`id`) WHERE "reports"."is_open" = 1;--> statement-breakpoint
CREATE INDEX `reports_merged` ON `reports` (`merged_into_id`);--> statement-breakpoint
CREATE INDEX `reports_closing` ON `reports` (`state`,`reopen_until`);--> statement-breakpoint
CREATE INDEX `reports_late` ON `reports` (`due_at`) WHERE "reports"."is_open" = 1 AND "reports"."escalated_at" IS NULL;--> statement-breakpoint
CREATE INDEX `reports_ended` ON `reports` (`category_id`,`closed_at`) WHERE "reports"."erased_at" IS NULL;--> statement-breakpoint
CREATE INDEX `reports_month` ON `reports` (`received_at`,`unit_id`);--> statement-breakpoint
CREATE TABLE `feedback_categories` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`help` text NOT NULL,
	`position` integer NOT NULL,
	`limit_days` integer NOT NULL,
	`reopen_days` integer NOT NULL,
	`retention_months` integer NOT NULL,
	`is_active` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `feedback_routes` (
	`id` text PRIMARY KEY NOT NULL,
	`category_id` text NOT NULL,
	`concerned_unit_id` text,
	`unit_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	FOREIGN KEY (`category_id`) REFERENCES `feedback_categories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_routes_category` ON `feedback_routes` (`category_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `office_hours` (
	`unit_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`hours` text NOT NULL,
	PRIMARY KEY(`unit_id`, `valid_from`)
);
--> statement-breakpoint
CREATE TABLE `reply_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`use` text NOT NULL,
	`category_id` text,
	`unit_id` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`is_active` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `inbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`citizen_id` text NOT NULL,
	`template` text NOT NULL,
	`params` text NOT NULL,
	`at` text NOT NULL,
	`read_at` text
);
--> statement-breakpoint
CREATE INDEX `inbox_messages_citizen` ON `inbox_messages` (`citizen_id`,`id`);--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`citizen_id` text NOT NULL,
	`template` text NOT NULL,
	`params` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text NOT NULL,
	`created_at` text NOT NULL,
	`sent_at` text,
	`problem` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_messages_dedupe` ON `outbox_messages` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_messages_waiting` ON `outbox_messages` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_messages_citizen` ON `outbox_messages` (`citizen_id`);--> statement-breakpoint
CREATE TABLE `__new_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`entry_id` text,
	`report_id` text,
	`round` integer,
	`due_on` text NOT NULL,
	`at` text NOT NULL,
	`read_at` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `content_entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "staff_id", "kind", "entry_id", "report_id", "round", "due_on", "at", "read_at") SELECT "id", "staff_id", "kind", "entry_id", NULL, NULL, "due_on", "at", "read_at" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`staff_id`,`kind`,`entry_id`,`due_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once_a_round` ON `notices` (`report_id`,`kind`,`round`,`staff_id`);--> statement-breakpoint
CREATE INDEX `notices_staff` ON `notices` (`staff_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_entry` ON `notices` (`entry_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `consents_whose` ON `consents` (`id`,`citizen_id`);