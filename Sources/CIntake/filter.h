#pragma once

/// Has the kernel refuse what a reader of foreign bytes has no business with (seccomp); nothing
/// happens where the kernel has no such filter or does not allow it.
void intake_filter(void);
