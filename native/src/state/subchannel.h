// SPDX-License-Identifier: GPL-2.0-only
/* Subchannels of a channel, and the time that their answers take. */
#ifndef FCPMOCK_SUBCHANNEL_H
#define FCPMOCK_SUBCHANNEL_H

#include "state/state.h"

/* channel.c */
struct subchannel *sub_find(fcp_channel *ch, int32_t sub);
uint64_t jitter(struct subchannel *sub);

#endif
