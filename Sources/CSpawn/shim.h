#pragma once
#include <fcntl.h>
#include <spawn.h>
#include <sys/types.h>

extern char **environ;

/// Starts a program with this one's environment, whose streams lead nowhere; Swift does not let
/// the environment be named.
static inline int spawn_aside(pid_t *child, char *const arguments[]) {
  posix_spawn_file_actions_t actions;
  int code = posix_spawn_file_actions_init(&actions);
  if (code != 0) return code;
  for (int stream = 0; stream < 3 && code == 0; stream++)
    code = posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
  if (code == 0) code = posix_spawnp(child, arguments[0], &actions, 0, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}
