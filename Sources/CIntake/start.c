#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "intake.h"

// Both ends are closed in every program that is started while they are open, but where they are
// passed on by name.
static int make_pair(int ends[2]) {
#ifdef SOCK_CLOEXEC
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
#else
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return -1;
  for (int i = 0; i < 2; i++) fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

// The child begins with no signal blocked or ignored, whatever the host does with them, and in a
// group of its own, so that what is typed at a terminal is for the host alone.
static int set_attributes(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  sigdelset(&all, SIGKILL);
  sigdelset(&all, SIGSTOP);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP;
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  int status = posix_spawnattr_setsigmask(attributes, &none);
  if (status == 0) status = posix_spawnattr_setsigdefault(attributes, &all);
  if (status == 0) status = posix_spawnattr_setpgroup(attributes, 0);
  if (status == 0) status = posix_spawnattr_setflags(attributes, flags);
  return status;
}

static int set_files(posix_spawn_file_actions_t *files, int end) {
  int status = posix_spawn_file_actions_adddup2(files, end, 0);
  if (status == 0) status = posix_spawn_file_actions_adddup2(files, 0, 1);
  if (status == 0) status = posix_spawn_file_actions_addopen(files, 2, "/dev/null", O_WRONLY, 0);
  return status;
}

// Nothing of the host's environment may change how a picture is drawn.
static int spawn(const char *program, int end, pid_t *child) {
  static const char name[] = "LD_LIBRARY_PATH=";
  const char *libraries = getenv("LD_LIBRARY_PATH");
  char *path = NULL;
  if (libraries && asprintf(&path, "%s%s", name, libraries) < 0) return ENOMEM;
  char *environment[] = {"LC_ALL=C", "RAYON_NUM_THREADS=1", path, NULL};
  char *arguments[] = {"letterpdf-intake", NULL};
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t files;
  int status = posix_spawnattr_init(&attributes);
  if (status == 0) {
    status = posix_spawn_file_actions_init(&files);
    if (status == 0) {
      status = set_attributes(&attributes);
      if (status == 0) status = set_files(&files, end);
      if (status == 0)
        status = posix_spawn(child, program, &files, &attributes, arguments, environment);
      // A program that is just being installed is busy for a moment.
      for (int tries = 0; status == ETXTBSY && tries < 50; tries++) {
        usleep(10000);
        status = posix_spawn(child, program, &files, &attributes, arguments, environment);
      }
      posix_spawn_file_actions_destroy(&files);
    }
    posix_spawnattr_destroy(&attributes);
  }
  free(path);
  return status;
}

int intake_start(const char *program, int *connection, pid_t *child) {
  int ends[2];
  if (make_pair(ends) != 0) return errno;
#ifdef SO_NOSIGPIPE
  int yes = 1;
  setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif
  int status = spawn(program, ends[1], child);
  close(ends[1]);
  if (status != 0) {
    close(ends[0]);
    return status;
  }
  *connection = ends[0];
  return 0;
}

ssize_t intake_send(int connection, const void *bytes, size_t count) {
#ifdef MSG_NOSIGNAL
  return send(connection, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT);
#else
  return send(connection, bytes, count, MSG_DONTWAIT);
#endif
}
