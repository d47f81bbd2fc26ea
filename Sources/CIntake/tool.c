#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tool.h"

static int make_pair(int ends[2]) {
#ifdef SOCK_CLOEXEC
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
#else
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return -1;
  for (int i = 0; i < 2; i++) fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

static void limit(int what, rlim_t most) {
  struct rlimit value = {most, most};
  setrlimit(what, &value);
}

// Between fork and exec nothing may be called that other threads could hold locks of.
static void enter(
    const char *program, char *const arguments[], char *const environment[], int end,
    uint64_t memory, unsigned seconds) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  for (int number = 1; number < NSIG; number++) sigaction(number, &action, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  setpgid(0, 0);
  limit(RLIMIT_CORE, 0);
  if (seconds > 0) limit(RLIMIT_CPU, seconds);
  if (memory > 0) limit(RLIMIT_AS, (rlim_t)memory);
  int nowhere = open("/dev/null", O_WRONLY);
  if (dup2(end, 0) < 0 || dup2(end, 1) < 0 || dup2(nowhere, 2) < 0) _exit(TOOL_NOT_STARTED);
  execve(program, arguments, environment);
  _exit(TOOL_NOT_STARTED);
}

int tool_start(
    const char *program, char *const arguments[], uint64_t memory, unsigned seconds,
    int *connection, pid_t *child) {
  int ends[2];
  if (make_pair(ends) != 0) return errno;
#ifdef SO_NOSIGPIPE
  int yes = 1;
  setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif
  // Tools in other languages than C are found by it; nothing else of the host's may matter.
  const char *found = getenv("PATH");
  static const char name[] = "PATH=";
  char *path = malloc(sizeof name + strlen(found ? found : ""));
  if (!path) {
    close(ends[0]);
    close(ends[1]);
    return ENOMEM;
  }
  strcpy(path, name);
  strcat(path, found ? found : "");
  char *environment[] = {"LC_ALL=C.UTF-8", "HOME=/nonexistent", path, NULL};
  pid_t process = fork();
  if (process == 0) enter(program, arguments, environment, ends[1], memory, seconds);
  int status = process < 0 ? errno : 0;
  free(path);
  close(ends[1]);
  if (status != 0) {
    close(ends[0]);
    return status;
  }
  *connection = ends[0];
  *child = process;
  return 0;
}
