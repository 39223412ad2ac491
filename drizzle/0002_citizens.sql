CREATE TABLE `citizen_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`citizen_id` text NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`citizen_id`) REFERENCES `citizens`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `citizen_sessions_token` ON `citizen_sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `citizen_sessions_citizen` ON `citizen_sessions` (`citizen_id`);--> statement-breakpoint
CREATE INDEX `citizen_sessions_expires` ON `citizen_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `citizens` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`zalo_index` text,
	`zalo_id_sealed` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `citizens_zalo` ON `citizens` (`zalo_index`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`citizen_id` text NOT NULL,
	`purpose` text NOT NULL,
	`act` text NOT NULL,
	`text_version` integer NOT NULL,
	`text_hash` text NOT NULL,
	`channel` text NOT NULL,
	`is_guardian` integer NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consents_citizen` ON `consents` (`citizen_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `citizen_erasures` (
	`citizen_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mini_app_events` (
	`hash` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mini_app_events_at` ON `mini_app_events` (`at`);--> statement-breakpoint
CREATE TRIGGER `consents_never_change` BEFORE UPDATE ON `consents` BEGIN SELECT RAISE(ABORT, 'consents are added, never changed'); END;--> statement-breakpoint
CREATE TRIGGER `consents_never_go` BEFORE DELETE ON `consents` BEGIN SELECT RAISE(ABORT, 'consents are added, never taken away'); END;
--> statement-breakpoint
CREATE TRIGGER `consents_never_replaced` BEFORE INSERT ON `consents` WHEN EXISTS (SELECT 1 FROM `consents` WHERE `id` = NEW.`id` OR `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'consents are added, never replaced'); END;
