CREATE TABLE `campaign_pieces` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`reference` text,
	`on_day` text NOT NULL,
	`place` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `campaign_pieces_day` ON `campaign_pieces` (`campaign_id`,`on_day`);--> statement-breakpoint
CREATE TABLE `campaign_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`send_id` text NOT NULL,
	`person_id` text NOT NULL,
	`outgoing_id` text,
	`skipped` text,
	`in_inbox` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`send_id`) REFERENCES `campaign_sends`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_recipients_once` ON `campaign_recipients` (`send_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `campaign_recipients_person` ON `campaign_recipients` (`person_id`);--> statement-breakpoint
CREATE TABLE `campaign_sends` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`piece_id` text,
	`kind` text NOT NULL,
	`segment` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`article_token` text,
	`article_id` text,
	`message_id` text,
	`authors` text NOT NULL,
	`preview_code` text NOT NULL,
	`previewed_at` text,
	`approved_by` text,
	`not_before` text NOT NULL,
	`started_at` text,
	`sent_at` text,
	`problem` text,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `campaign_sends_state` ON `campaign_sends` (`state`,`not_before`);--> statement-breakpoint
CREATE INDEX `campaign_sends_campaign` ON `campaign_sends` (`campaign_id`);--> statement-breakpoint
CREATE INDEX `campaign_sends_preview` ON `campaign_sends` (`preview_code`);--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`goals` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`audiences` text NOT NULL,
	`unit_ids` text NOT NULL,
	`sources` text NOT NULL,
	`authors` text NOT NULL,
	`unit_id` text NOT NULL,
	`state` text NOT NULL,
	`approved_by` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_slug` ON `campaigns` (`slug`);--> statement-breakpoint
CREATE INDEX `campaigns_period` ON `campaigns` (`state`,`starts_on`,`ends_on`);--> statement-breakpoint
CREATE TABLE `chat_channels` (
	`channel` text PRIMARY KEY NOT NULL,
	`is_off` integer NOT NULL,
	`notice` text NOT NULL,
	`has_buttons` integer NOT NULL,
	`may_pay` integer NOT NULL,
	`changed_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `chat_events` (
	`key` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`channel` text NOT NULL,
	`name` text NOT NULL,
	`lane` text,
	`sealed` text,
	`happened_ms` integer NOT NULL,
	`received_at` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text NOT NULL,
	`problem` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_events_seq` ON `chat_events` (`seq`);--> statement-breakpoint
CREATE INDEX `chat_events_waiting` ON `chat_events` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `chat_events_lane` ON `chat_events` (`lane`,`state`,`seq`);--> statement-breakpoint
CREATE INDEX `chat_events_received` ON `chat_events` (`received_at`);--> statement-breakpoint
CREATE TABLE `chat_link_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`citizen_id` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text
);
--> statement-breakpoint
CREATE INDEX `chat_link_codes_citizen` ON `chat_link_codes` (`citizen_id`);--> statement-breakpoint
CREATE TABLE `chat_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`speaker` text NOT NULL,
	`staff_id` text,
	`text_sealed` text NOT NULL,
	`attachments` integer NOT NULL,
	`outgoing_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `chat_people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `chat_messages_person` ON `chat_messages` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `chat_messages_outgoing` ON `chat_messages` (`outgoing_id`);--> statement-breakpoint
CREATE INDEX `chat_messages_at` ON `chat_messages` (`at`);--> statement-breakpoint
CREATE TABLE `chat_outgoing` (
	`id` text PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`say_sealed` text,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text NOT NULL,
	`created_at` text NOT NULL,
	`sending_since` text,
	`sent_at` text,
	`message_id` text,
	`problem` text,
	`campaign_send_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `chat_people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_outgoing_dedupe` ON `chat_outgoing` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `chat_outgoing_waiting` ON `chat_outgoing` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `chat_outgoing_person` ON `chat_outgoing` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `chat_outgoing_message` ON `chat_outgoing` (`message_id`);--> statement-breakpoint
CREATE INDEX `chat_outgoing_campaign` ON `chat_outgoing` (`campaign_send_id`,`state`);--> statement-breakpoint
CREATE TABLE `chat_people` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`user_index` text NOT NULL,
	`user_sealed` text NOT NULL,
	`citizen_id` text NOT NULL,
	`first_citizen_id` text NOT NULL,
	`is_follower` integer NOT NULL,
	`follow_ms` integer NOT NULL,
	`last_interaction_at` text,
	`refuses_news` integer NOT NULL,
	`mode` text NOT NULL,
	`dialogue_sealed` text,
	`dialogue_at` text,
	`created_at` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_people_user` ON `chat_people` (`channel`,`user_index`);--> statement-breakpoint
CREATE INDEX `chat_people_citizen` ON `chat_people` (`citizen_id`);--> statement-breakpoint
CREATE INDEX `chat_people_first_citizen` ON `chat_people` (`first_citizen_id`);--> statement-breakpoint
CREATE INDEX `chat_people_interaction` ON `chat_people` (`channel`,`is_follower`,`last_interaction_at`);--> statement-breakpoint
CREATE INDEX `chat_people_mode` ON `chat_people` (`mode`);--> statement-breakpoint
CREATE INDEX `chat_people_recent` ON `chat_people` (`last_interaction_at`,`id`);--> statement-breakpoint
CREATE TABLE `contest_reminders` (
	`contest_id` text NOT NULL,
	`citizen_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`contest_id`, `citizen_id`),
	FOREIGN KEY (`contest_id`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contest_reminders_citizen` ON `contest_reminders` (`citizen_id`);--> statement-breakpoint
CREATE TABLE `chat_answer_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`content_mark` text NOT NULL,
	`questions_mark` text NOT NULL,
	`questions` integer NOT NULL,
	`first` integer NOT NULL,
	`among_three` integer NOT NULL,
	`missed` text NOT NULL,
	`is_good` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `chat_answer_checks_at` ON `chat_answer_checks` (`at`);--> statement-breakpoint
CREATE TABLE `chat_handoffs` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`ticket` integer NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` text NOT NULL,
	`claimed_by` text,
	`claimed_at` text,
	`last_word_at` text NOT NULL,
	`ended_at` text,
	`rating` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `chat_people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `chat_handoffs_state` ON `chat_handoffs` (`state`,`asked_at`);--> statement-breakpoint
CREATE INDEX `chat_handoffs_person` ON `chat_handoffs` (`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `chat_handoffs_asked` ON `chat_handoffs` (`asked_at`);--> statement-breakpoint
CREATE INDEX `chat_handoffs_ticket` ON `chat_handoffs` (`ticket`);--> statement-breakpoint
CREATE TABLE `chat_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`channel` text NOT NULL,
	`text` text NOT NULL,
	`folded` text NOT NULL,
	`band` text NOT NULL,
	`answered_with` text,
	`vote` text,
	`settled_at` text
);
--> statement-breakpoint
CREATE INDEX `chat_questions_band` ON `chat_questions` (`band`,`settled_at`,`at`);--> statement-breakpoint
CREATE INDEX `chat_questions_at` ON `chat_questions` (`at`);--> statement-breakpoint
CREATE TABLE `oa_tokens` (
	`oa_id` text PRIMARY KEY NOT NULL,
	`access_sealed` text NOT NULL,
	`refresh_sealed` text NOT NULL,
	`access_expires_at` text NOT NULL,
	`refreshed_at` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`in_flight_since` text,
	`problem` text
);
