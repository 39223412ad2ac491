CREATE TABLE `content_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`number` integer NOT NULL,
	`body` text NOT NULL,
	`body_hash` text NOT NULL,
	`origin` text NOT NULL,
	`published_at` text NOT NULL,
	`superseded_at` text,
	FOREIGN KEY (`item_id`) REFERENCES `content_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `content_editions_item_number` ON `content_editions` (`item_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `content_editions_live` ON `content_editions` (`item_id`) WHERE superseded_at IS NULL;--> statement-breakpoint
CREATE TABLE `content_items` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`code` text,
	`title` text NOT NULL,
	`sort_key` text NOT NULL,
	`section` text,
	`summary` text NOT NULL,
	`reply` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `content_items_kind_slug` ON `content_items` (`kind`,`slug`);--> statement-breakpoint
CREATE INDEX `content_items_kind_code` ON `content_items` (`kind`,`code`);--> statement-breakpoint
CREATE INDEX `content_items_kind_sort` ON `content_items` (`kind`,`sort_key`,`id`);--> statement-breakpoint
CREATE TABLE `content_loads` (
	`id` integer PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`loaded_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `procedure_codes` (
	`code` text NOT NULL,
	`item_id` text NOT NULL,
	`is_current` integer NOT NULL,
	`reason` text,
	`position` integer NOT NULL,
	PRIMARY KEY(`code`, `item_id`),
	FOREIGN KEY (`item_id`) REFERENCES `content_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `procedure_codes_item` ON `procedure_codes` (`item_id`);--> statement-breakpoint
CREATE TABLE `search_documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`slug` text NOT NULL,
	`code` text,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`names` text NOT NULL,
	`codes` text NOT NULL,
	`body` text NOT NULL,
	`listed_only` integer NOT NULL,
	`is_removed` integer NOT NULL,
	`generation` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_type_slug` ON `search_documents` (`type`,`slug`);--> statement-breakpoint
CREATE INDEX `search_documents_generation` ON `search_documents` (`generation`);--> statement-breakpoint
CREATE TABLE `search_misses` (
	`day` text NOT NULL,
	`query` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `query`)
);
--> statement-breakpoint
CREATE TABLE `heartbeat` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
