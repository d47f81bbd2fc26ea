#pragma once
#ifdef __linux__
/// Has all of a file system reach the disk (Linux, syncfs(2)); glibc shows it to GNU programs alone.
extern int syncfs(int descriptor);
#endif
