#pragma once
#include <stdint.h>
#include <sys/types.h>

/// Starts a program of the machine's as a child whose standard input and output are a socket; its
/// standard error goes nowhere, and its environment is no more than where programs are found.
///
/// @param program Its path.
/// @param arguments What it is called and its arguments, after the last NULL.
/// @param memory The most bytes of address space; 0 for any.
/// @param seconds The most seconds of work; 0 for any.
/// @param connection Set to this side of the socket, which is closed in other children.
/// @param child Set to the child's process identifier; it leads a group of its own.
/// @return 0, or the error's number.
int tool_start(
    const char *program, char *const arguments[], uint64_t memory, unsigned seconds,
    int *connection, pid_t *child);

/// The exit code of a child whose program could not be started.
enum { TOOL_NOT_STARTED = 127 };
