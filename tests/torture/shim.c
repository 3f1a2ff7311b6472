/* Stands between a program and the C library, for the files of one folder.
 *
 * TORTURE_DIR   the folder, as an absolute path without symbolic links
 * TORTURE_KILL  die by SIGKILL instead of making the n-th call there, from 1;
 *               a write that is to die does half of its work first
 * TORTURE_LOG   append to this file what the calls do, for `powercut.py`
 * TORTURE_COUNT at the end write the number of calls to this file
 *
 * A line in the log is one of
 *   O ino path | W ino offset size + bytes | T ino size | S ino
 *   U path | R path\tpath | L path\tpath | M path | A size + bytes
 * for open, write, truncate, sync, unlink, rename, link, make folder, and
 * what goes to standard output (the acknowledgements).
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096

static char ours[FDS];
static long calls, fatal;
static int logged = -1;
static const char *folder;
static size_t folder_size;

__attribute__((constructor)) static void begin(void) {
    const char *kill_at = getenv("TORTURE_KILL"), *log = getenv("TORTURE_LOG");
    folder = getenv("TORTURE_DIR");
    folder_size = folder ? strlen(folder) : 0;
    fatal = kill_at ? atol(kill_at) : 0;
    if (log)
        logged = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

__attribute__((destructor)) static void end(void) {
    const char *name = getenv("TORTURE_COUNT");
    char line[32];
    int size = snprintf(line, sizeof line, "%ld\n", calls), fd;
    if (!name) return;
    fd = syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd >= 0) syscall(SYS_write, fd, line, (size_t)size);
}

/* The path without `.`, as seen from the root; NULL when it is not in the folder. */
static const char *inside(const char *path, char *buffer) {
    char here[PATH_MAX];
    if (!folder || !path) return NULL;
    if (path[0] == '/') snprintf(buffer, PATH_MAX, "%s", path);
    else if (getcwd(here, sizeof here)) snprintf(buffer, PATH_MAX, "%s/%s", here, path);
    else return NULL;
    if (strncmp(buffer, folder, folder_size)) return NULL;
    return buffer[folder_size] == '/' || !buffer[folder_size] ? buffer : NULL;
}

static int known(int fd) { return fd >= 0 && fd < FDS && ours[fd]; }

static unsigned long inode(int fd) {
    struct stat status;
    return fstat(fd, &status) ? 0 : (unsigned long)status.st_ino;
}

/* Count a call; true when it is the last one this process may begin. */
static int last(void) { return __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST) == fatal; }

static void die(void) { syscall(SYS_kill, getpid(), SIGKILL); for (;;) pause(); }

static void step(void) { if (last()) die(); }

static void note(const void *data, size_t size, const char *form, ...) {
    char line[2 * PATH_MAX + 64];
    struct iovec parts[2] = {{line, 0}, {(void *)data, size}};
    va_list values;
    if (logged < 0) return;
    va_start(values, form);
    parts[0].iov_len = vsnprintf(line, sizeof line, form, values);
    va_end(values);
    syscall(SYS_writev, logged, parts, 2);
}

static int opened(int fd, const char *path) {
    if (fd >= 0 && fd < FDS && path) {
        ours[fd] = 1;
        note(NULL, 0, "O %lu %s\n", inode(fd), path);
    }
    return fd;
}

/* The mode that follows the flags when a file may be made. */
#define MODE(flags) \
    va_list rest; \
    int mode = 0; \
    va_start(rest, flags); \
    if ((flags) & (O_CREAT | __O_TMPFILE)) { mode = va_arg(rest, int); } \
    va_end(rest)

static int open_here(int at, const char *path, int flags, int mode) {
    char buffer[PATH_MAX];
    const char *mine = inside(path, buffer);
    if (mine) step();
    int fd = syscall(SYS_openat, at, path, flags, mode);
    opened(fd, mine);
    if (mine && fd >= 0 && flags & O_TRUNC) note(NULL, 0, "T %lu 0\n", inode(fd));
    return fd;
}

int open(const char *path, int flags, ...) { MODE(flags); return open_here(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags); return open_here(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags); return open_here(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags); return open_here(at, path, flags, mode); }
int __open_2(const char *path, int flags) { return open_here(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_here(AT_FDCWD, path, flags, 0); }

int close(int fd) {
    if (known(fd)) { step(); ours[fd] = 0; }
    return syscall(SYS_close, fd);
}

/* One write: in part when the process is to die of it, then noted as far as it came. */
static ssize_t put(int fd, const void *data, size_t size, off_t offset, int here) {
    int dies = last();
    size_t part = dies ? size / 2 : size;
    off_t at = here ? lseek(fd, 0, SEEK_CUR) : offset;
    ssize_t done = here ? syscall(SYS_write, fd, data, part) : syscall(SYS_pwrite64, fd, data, part, offset);
    if (done > 0) note(data, done, "W %lu %lld %zd\n", inode(fd), (long long)at, done);
    if (dies) die();
    return done;
}

ssize_t write(int fd, const void *data, size_t size) {
    if (known(fd)) return put(fd, data, size, 0, 1);
    ssize_t done = syscall(SYS_write, fd, data, size);
    if (fd == 1 && done > 0) note(data, done, "A %zd\n", done);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
    return known(fd) ? put(fd, data, size, offset, 0) : syscall(SYS_pwrite64, fd, data, size, offset);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off_t offset) { return pwrite(fd, data, size, offset); }

ssize_t read(int fd, void *data, size_t size) {
    if (known(fd)) step();
    return syscall(SYS_read, fd, data, size);
}
ssize_t pread(int fd, void *data, size_t size, off_t offset) {
    if (known(fd)) step();
    return syscall(SYS_pread64, fd, data, size, offset);
}
ssize_t pread64(int fd, void *data, size_t size, off_t offset) { return pread(fd, data, size, offset); }

int ftruncate(int fd, off_t size) {
    if (known(fd)) step();
    int result = syscall(SYS_ftruncate, fd, size);
    if (known(fd) && !result) note(NULL, 0, "T %lu %lld\n", inode(fd), (long long)size);
    return result;
}
int ftruncate64(int fd, off_t size) { return ftruncate(fd, size); }

static int synced(int fd, long call) {
    if (known(fd)) step();
    int result = syscall(call, fd);
    if (known(fd) && !result) note(NULL, 0, "S %lu\n", inode(fd));
    return result;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int fchmod(int fd, mode_t mode) {
    if (known(fd)) step();
    return syscall(SYS_fchmod, fd, mode);
}
int flock(int fd, int how) {
    if (known(fd)) step();
    return syscall(SYS_flock, fd, how);
}
int fcntl(int fd, int command, ...) {
    va_list rest;
    va_start(rest, command);
    void *value = va_arg(rest, void *);
    va_end(rest);
    if (known(fd) && (command == F_SETLK || command == F_SETLKW)) step();
    return syscall(SYS_fcntl, fd, command, value);
}
int fcntl64(int fd, int command, ...) {
    va_list rest;
    va_start(rest, command);
    void *value = va_arg(rest, void *);
    va_end(rest);
    return fcntl(fd, command, value);
}

int unlinkat(int at, const char *path, int flags) {
    char buffer[PATH_MAX];
    const char *mine = inside(path, buffer);
    if (mine) step();
    int result = syscall(SYS_unlinkat, at, path, flags);
    if (mine && !result) note(NULL, 0, "U %s\n", mine);
    return result;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }

static int named(long call, const char *kind, int at, const char *from, int to_at, const char *to) {
    char one[PATH_MAX], two[PATH_MAX];
    const char *mine = inside(from, one), *goal = inside(to, two);
    if (mine || goal) step();
    int result = syscall(call, at, from, to_at, to, 0);
    if (mine && goal && !result) note(NULL, 0, "%s %s\t%s\n", kind, mine, goal);
    return result;
}
int renameat(int at, const char *from, int to_at, const char *to) {
    return named(SYS_renameat2, "R", at, from, to_at, to);
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }
int linkat(int at, const char *from, int to_at, const char *to, int flags) {
    (void)flags;
    return named(SYS_linkat, "L", at, from, to_at, to);
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int mkdirat(int at, const char *path, mode_t mode) {
    char buffer[PATH_MAX];
    const char *mine = inside(path, buffer);
    if (mine) step();
    int result = syscall(SYS_mkdirat, at, path, mode);
    if (mine && !result) note(NULL, 0, "M %s\n", mine);
    return result;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
