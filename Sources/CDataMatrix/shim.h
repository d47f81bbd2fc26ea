#pragma once
// The forms of libdmtx's values; the library itself is opened when a letter has such a mark.
#include <dmtx.h>
