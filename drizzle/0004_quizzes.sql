CREATE TABLE `contest_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`started_ms` integer NOT NULL,
	`deadline_ms` integer NOT NULL,
	`paper` text NOT NULL,
	`sheet` text NOT NULL,
	`sheet_seq` integer NOT NULL,
	`prediction` integer,
	`saved_ms` integer,
	`submitted_ms` integer,
	`score` integer,
	FOREIGN KEY (`round_id`) REFERENCES `contest_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `contest_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_attempts_number` ON `contest_attempts` (`round_id`,`entry_id`,`number`);--> statement-breakpoint
CREATE INDEX `contest_attempts_state` ON `contest_attempts` (`round_id`,`state`,`deadline_ms`);--> statement-breakpoint
CREATE INDEX `contest_attempts_entry` ON `contest_attempts` (`entry_id`);--> statement-breakpoint
CREATE TABLE `contest_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at_ms` integer NOT NULL,
	`events` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contest_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`contest_id` text NOT NULL,
	`citizen_id` text,
	`block_id` text NOT NULL,
	`unit_id` text,
	`status` text NOT NULL,
	`age_band` text NOT NULL,
	`guardian_agreed_at` text,
	`guardian_token_hash` text,
	`guardian_expires_at` text,
	`name_sealed` text,
	`public_name` text NOT NULL,
	`code_mark` text,
	`consent_id` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`contest_id`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_entries_person` ON `contest_entries` (`contest_id`,`citizen_id`);--> statement-breakpoint
CREATE INDEX `contest_entries_code` ON `contest_entries` (`contest_id`,`code_mark`);--> statement-breakpoint
CREATE INDEX `contest_entries_unit` ON `contest_entries` (`contest_id`,`unit_id`,`block_id`);--> statement-breakpoint
CREATE INDEX `contest_entries_status` ON `contest_entries` (`contest_id`,`status`);--> statement-breakpoint
CREATE INDEX `contest_entries_citizen` ON `contest_entries` (`citizen_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `contest_entries_guardian` ON `contest_entries` (`guardian_token_hash`);--> statement-breakpoint
CREATE TABLE `contest_members` (
	`id` text PRIMARY KEY NOT NULL,
	`contest_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`block_id` text NOT NULL,
	`code_mark` text NOT NULL,
	`sealed` text NOT NULL,
	`is_organiser` integer NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`contest_id`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_members_code` ON `contest_members` (`contest_id`,`code_mark`);--> statement-breakpoint
CREATE INDEX `contest_members_unit` ON `contest_members` (`contest_id`,`unit_id`);--> statement-breakpoint
CREATE TABLE `contest_pool` (
	`round_id` text NOT NULL,
	`block_id` text NOT NULL,
	`place` integer NOT NULL,
	`version_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `block_id`, `place`),
	FOREIGN KEY (`round_id`) REFERENCES `contest_rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version_id`) REFERENCES `question_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contest_pool_version` ON `contest_pool` (`version_id`);--> statement-breakpoint
CREATE TABLE `contest_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`contest_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`opens_at` text NOT NULL,
	`closes_at` text NOT NULL,
	`state` text NOT NULL,
	`complaints_until` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`contest_id`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_rounds_number` ON `contest_rounds` (`contest_id`,`number`);--> statement-breakpoint
CREATE INDEX `contest_rounds_state` ON `contest_rounds` (`state`,`closes_at`);--> statement-breakpoint
CREATE TABLE `contest_voids` (
	`round_id` text NOT NULL,
	`version_id` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`round_id`, `version_id`),
	FOREIGN KEY (`round_id`) REFERENCES `contest_rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `contests` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`unit_id` text NOT NULL,
	`state` text NOT NULL,
	`settings` text NOT NULL,
	`name` text NOT NULL,
	`draw_seed` text NOT NULL,
	`authors` text NOT NULL,
	`reviewed_by` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contests_slug` ON `contests` (`slug`);--> statement-breakpoint
CREATE INDEX `contests_state` ON `contests` (`state`);--> statement-breakpoint
CREATE TABLE `contest_certificates` (
	`code` text PRIMARY KEY NOT NULL,
	`result_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`issued_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`result_id`) REFERENCES `contest_results`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `contest_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_certificates_entry` ON `contest_certificates` (`result_id`,`entry_id`);--> statement-breakpoint
CREATE TABLE `contest_complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` text,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `contest_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `contest_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contest_complaints_round` ON `contest_complaints` (`round_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `contest_complaints_entry` ON `contest_complaints` (`entry_id`);--> statement-breakpoint
CREATE TABLE `contest_results` (
	`id` text PRIMARY KEY NOT NULL,
	`contest_id` text NOT NULL,
	`round_id` text,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text,
	`reason` text,
	`entrants` integer NOT NULL,
	`all_correct` integer NOT NULL,
	`hash` text NOT NULL,
	`signature` text,
	`signed_by` text,
	`signed_at` text,
	`last_seq` integer NOT NULL,
	FOREIGN KEY (`contest_id`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `contest_rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_results_number` ON `contest_results` (`contest_id`,`round_id`,`number`);--> statement-breakpoint
CREATE INDEX `contest_results_state` ON `contest_results` (`contest_id`,`state`);--> statement-breakpoint
CREATE TABLE `result_rows` (
	`result_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`block_id` text NOT NULL,
	`place` integer NOT NULL,
	`rank` integer NOT NULL,
	`attempt_id` text NOT NULL,
	`score` integer NOT NULL,
	`out_of` integer NOT NULL,
	`prediction` integer,
	`distance` integer,
	`taken_ms` integer NOT NULL,
	`submitted_ms` integer NOT NULL,
	`draw` integer,
	PRIMARY KEY(`result_id`, `entry_id`),
	FOREIGN KEY (`result_id`) REFERENCES `contest_results`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_id`) REFERENCES `contest_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `result_rows_place` ON `result_rows` (`result_id`,`block_id`,`place`);--> statement-breakpoint
CREATE INDEX `result_rows_entry` ON `result_rows` (`entry_id`);--> statement-breakpoint
CREATE TABLE `result_units` (
	`result_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`block_id` text NOT NULL,
	`rank` integer,
	`apart` text,
	`headcount` integer,
	`participants` integer NOT NULL,
	`participation` real,
	`quality` real NOT NULL,
	`points` real,
	PRIMARY KEY(`result_id`, `block_id`, `unit_id`),
	FOREIGN KEY (`result_id`) REFERENCES `contest_results`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `question_keys` (
	`version_id` text NOT NULL,
	`number` integer NOT NULL,
	`key` text NOT NULL,
	`explanation` text NOT NULL,
	`by` text,
	`at` text NOT NULL,
	`reason` text,
	PRIMARY KEY(`version_id`, `number`),
	FOREIGN KEY (`version_id`) REFERENCES `question_versions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `question_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`difficulty` text NOT NULL,
	`pool` text NOT NULL,
	`audiences` text NOT NULL,
	`text` text NOT NULL,
	`options` text NOT NULL,
	`legal_source` text,
	`document_number` text,
	`sources` text NOT NULL,
	`related` text NOT NULL,
	`checked_on` text NOT NULL,
	`review_by` text NOT NULL,
	`unverified` text NOT NULL,
	`folded` text NOT NULL,
	`authors` text NOT NULL,
	`origin` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`published_at` text,
	`published_by` text,
	FOREIGN KEY (`question_id`) REFERENCES `quiz_questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `question_versions_number` ON `question_versions` (`question_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `question_versions_one_published` ON `question_versions` (`question_id`) WHERE state = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX `question_versions_one_draft` ON `question_versions` (`question_id`) WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX `question_versions_bank` ON `question_versions` (`state`,`topic`,`updated_at`,`question_id`);--> statement-breakpoint
CREATE INDEX `question_versions_list` ON `question_versions` (`state`,`updated_at`,`question_id`);--> statement-breakpoint
CREATE INDEX `question_versions_document` ON `question_versions` (`document_number`);--> statement-breakpoint
CREATE INDEX `question_versions_review` ON `question_versions` (`review_by`) WHERE state = 'published';--> statement-breakpoint
CREATE TABLE `quiz_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`unit_id` text NOT NULL,
	`flag` text,
	`created_at` text NOT NULL,
	`retired_at` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_questions_code` ON `quiz_questions` (`code`);--> statement-breakpoint
CREATE INDEX `quiz_questions_unit` ON `quiz_questions` (`unit_id`);--> statement-breakpoint
CREATE TABLE `quiz_rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`pin` text NOT NULL,
	`host_token_hash` text NOT NULL,
	`title` text NOT NULL,
	`questions` text NOT NULL,
	`seconds_each` integer NOT NULL,
	`stage` text NOT NULL,
	`at` integer NOT NULL,
	`asked_at` text,
	`created_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_rooms_pin` ON `quiz_rooms` (`pin`) WHERE stage <> 'ended';--> statement-breakpoint
CREATE INDEX `quiz_rooms_ends` ON `quiz_rooms` (`ends_at`);--> statement-breakpoint
CREATE TABLE `quiz_topics` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `room_answers` (
	`player_id` text NOT NULL,
	`at` integer NOT NULL,
	`answer` text NOT NULL,
	`is_right` integer NOT NULL,
	`answered_ms` integer NOT NULL,
	PRIMARY KEY(`player_id`, `at`),
	FOREIGN KEY (`player_id`) REFERENCES `room_players`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `room_players` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`nickname` text NOT NULL,
	`joined_at` text NOT NULL,
	FOREIGN KEY (`room_id`) REFERENCES `quiz_rooms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `room_players_token` ON `room_players` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `room_players_nickname` ON `room_players` (`room_id`,`nickname`);--> statement-breakpoint
CREATE TRIGGER `contest_events_never_change` BEFORE UPDATE ON `contest_events` BEGIN SELECT RAISE(ABORT, 'what happened in a contest is added, never changed'); END;--> statement-breakpoint
CREATE TRIGGER `contest_events_never_go` BEFORE DELETE ON `contest_events` BEGIN SELECT RAISE(ABORT, 'what happened in a contest is added, never taken away'); END;
