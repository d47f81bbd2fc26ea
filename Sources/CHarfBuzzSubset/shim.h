#pragma once
#include <hb-ot.h>
#include <hb-subset.h>

// Swift does not see the tag, which a macro makes.
static inline hb_tag_t hb_tag_cmap(void) { return HB_TAG('c', 'm', 'a', 'p'); }
