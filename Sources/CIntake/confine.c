#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "filter.h"
#include "intake.h"

#ifdef __linux__
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

static int limit(int what, rlim_t most) {
  struct rlimit value = {most, most};
  return setrlimit(what, &value) == 0 ? 0 : errno;
}

// Libraries end the process in many ways where there is no memory; whether there was any is asked
// of the kernel then, for they do not tell.
static void tell(int number) {
  void *room = mmap(NULL, 24 << 20, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0);
  if (room == MAP_FAILED) _exit(INTAKE_OUT_OF_MEMORY);
  signal(number, SIG_DFL);
  raise(number);
}

static void catch_failures(void) {
  static char stack[16384];
  stack_t place = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&place, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = tell;
  action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESETHAND;
  const int failures[] = {SIGABRT, SIGTRAP, SIGILL, SIGSEGV, SIGBUS};
  for (size_t i = 0; i < sizeof failures / sizeof *failures; i++)
    sigaction(failures[i], &action, NULL);
}

int intake_confine(uint64_t memory) {
#ifdef __linux__
  // Whatever the host left open is not for this process.
#ifdef SYS_close_range
  syscall(SYS_close_range, 3u, ~0u, 0u);
#endif
  // One heap, for each further one takes address space of its own; what is freed goes back.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 64);
  int status = limit(RLIMIT_AS, memory);
  catch_failures();
#ifdef __linux__
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
  intake_filter();
  return status;
}

void intake_expect(unsigned seconds) {
  struct rusage used;
  struct rlimit value;
  alarm(2 * seconds);
  if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &value) != 0) return;
  rlim_t spent = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  value.rlim_cur = seconds == 0 ? value.rlim_max : spent + seconds + 1;
  setrlimit(RLIMIT_CPU, &value);
}
