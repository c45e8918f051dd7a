// SPDX-License-Identifier: GPL-2.0-only
/* Tells the thread of a channel that there may be something to do. */
#ifndef FCPMOCK_KICK_H
#define FCPMOCK_KICK_H

#include "state/state.h"

void thread_kick(fcp_channel *ch);

#endif
