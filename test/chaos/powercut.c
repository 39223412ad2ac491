/* What a power cut leaves of a database: every write that no fsync has confirmed is taken back, except a given
   share, and the process ends at once. Loaded before libc; CUT_AFTER counts writes to *.db and *.db-wal,
   CUT_KEEP is the share in percent that happens to have reached the disk, CUT_SEED makes it repeatable. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Undo { int fd; ino_t file; off_t at, size; size_t length; char *old; struct Undo *before; } Undo;

static Undo *newest;
static long writes;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static long number(const char *name, long otherwise) {
  const char *text = getenv(name);
  return text ? atol(text) : otherwise;
}

/* Whether a descriptor is a file of the database, and which. */
static int watched(int fd, struct stat *found) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 4 || fstat(fd, found) != 0) return 0;
  path[length] = 0;
  const char *end = path + length;
  return strcmp(end - 3, ".db") == 0 || (length > 7 && strcmp(end - 7, ".db-wal") == 0);
}

static void cut(void) {
  long keep = number("CUT_KEEP", 0);
  srand((unsigned)number("CUT_SEED", 1));
  ssize_t (*write_at)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite64");
  for (Undo *undo = newest; undo; undo = undo->before) {
    if (rand() % 100 < keep) continue;
    if (undo->length) write_at(undo->fd, undo->old, undo->length, undo->at);
    if (keep == 0) { int (*resize)(int, off_t) = dlsym(RTLD_NEXT, "ftruncate64"); resize(undo->fd, undo->size); }
  }
  _exit(137);
}

/* Remembers what a change will overwrite; the last allowed change is followed by the cut. */
static void remember(int fd, off_t at, size_t length) {
  struct stat found;
  if (!watched(fd, &found)) return;
  pthread_mutex_lock(&lock);
  Undo *undo = calloc(1, sizeof *undo);
  undo->fd = dup(fd);
  undo->file = found.st_ino;
  undo->at = at;
  undo->size = found.st_size;
  undo->old = malloc(length + 1);
  ssize_t (*read_at)(int, void *, size_t, off_t) = dlsym(RTLD_NEXT, "pread64");
  ssize_t had = at < found.st_size ? read_at(fd, undo->old, length, at) : 0;
  undo->length = had > 0 ? (size_t)had : 0;
  undo->before = newest;
  newest = undo;
  if (++writes == number("CUT_AFTER", -1)) cut();
  pthread_mutex_unlock(&lock);
}

static void confirm(int fd) {
  struct stat found;
  if (!watched(fd, &found)) return;
  pthread_mutex_lock(&lock);
  for (Undo **link = &newest; *link;) {
    Undo *undo = *link;
    if (undo->file != found.st_ino) { link = &undo->before; continue; }
    *link = undo->before;
    close(undo->fd);
    free(undo->old);
    free(undo);
  }
  pthread_mutex_unlock(&lock);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t pwrite64(int fd, const void *from, size_t length, off_t at) {
  REAL(pwrite64);
  remember(fd, at, length);
  return real(fd, from, length, at);
}
ssize_t pwrite(int fd, const void *from, size_t length, off_t at) { return pwrite64(fd, from, length, at); }
ssize_t write(int fd, const void *from, size_t length) {
  REAL(write);
  if (fd > 2) remember(fd, lseek(fd, 0, SEEK_CUR), length);
  return real(fd, from, length);
}
int ftruncate64(int fd, off_t size) {
  REAL(ftruncate64);
  struct stat found;
  if (watched(fd, &found) && size < found.st_size) remember(fd, size, (size_t)(found.st_size - size));
  return real(fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
int fdatasync(int fd) {
  REAL(fdatasync);
  int done = real(fd);
  if (done == 0) confirm(fd);
  return done;
}
int fsync(int fd) {
  REAL(fsync);
  int done = real(fd);
  if (done == 0) confirm(fd);
  return done;
}
