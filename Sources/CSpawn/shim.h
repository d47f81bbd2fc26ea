#pragma once
#include <fcntl.h>
#include <signal.h>
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

/// Starts a program with this one's environment, whose streams are descriptors of this one; what this
/// one does about signals does not go on in it.
static inline int spawn_piped(
    pid_t *child, char *const arguments[], int input, int output, int error) {
  posix_spawn_file_actions_t actions;
  int code = posix_spawn_file_actions_init(&actions);
  if (code != 0) return code;
  posix_spawnattr_t attributes;
  code = posix_spawnattr_init(&attributes);
  if (code != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return code;
  }
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGXFSZ);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int streams[] = {input, output, error};
  for (int stream = 0; stream < 3 && code == 0; stream++)
    code = posix_spawn_file_actions_adddup2(&actions, streams[stream], stream);
  if (code == 0) code = posix_spawnp(child, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}
