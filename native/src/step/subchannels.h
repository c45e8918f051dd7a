// SPDX-License-Identifier: GPL-2.0-only
/* Subchannels come and go. */
#ifndef FCPMOCK_SUBCHANNELS_H
#define FCPMOCK_SUBCHANNELS_H

#include "state/state.h"

/* One that nothing is known of yet, under the next number, which the caller counts when it is complete. NULL without memory. */
struct subchannel *sub_new(fcp_channel *ch);
void sub_free(struct subchannel *sub);

#endif
