#pragma once
#include <stdint.h>
#include <sys/types.h>

/// Starts a program as a child that shares nothing with this process but a socket, which is its
/// standard input and output; its standard error goes nowhere, and its environment is empty but for
/// where libraries are looked for.
///
/// @param program Its path.
/// @param connection Set to this side of the socket, which is closed in other children.
/// @param child Set to the child's process identifier.
/// @return 0, or the error's number.
int intake_start(const char *program, int *connection, pid_t *child);

/// Sends bytes over a socket; one whose other side is gone is an error and no signal.
ssize_t intake_send(int connection, const void *bytes, size_t count);

/// Gives this process limits that it cannot lift: memory, files, and what it may ask of the kernel.
/// It may read files and make threads; it may not write files, start programs, use a network or
/// look at other processes, as far as the kernel is one that can be told so.
///
/// To be called before any thread is made and any foreign byte is read.
///
/// @param memory The most bytes of address space.
/// @return 0, or the error's number where not even memory could be limited.
int intake_confine(uint64_t memory);

/// Ends this process unless it is called again before so many seconds of work, or twice as many
/// of any time, have passed; 0 while it waits.
void intake_expect(unsigned seconds);

/// The exit code of a child whose memory did not suffice.
enum { INTAKE_OUT_OF_MEMORY = 3 };
