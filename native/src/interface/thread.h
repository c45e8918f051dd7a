// SPDX-License-Identifier: GPL-2.0-only
/* The thread of a free-running channel. */
#ifndef FCPMOCK_THREAD_H
#define FCPMOCK_THREAD_H

#include "state/state.h"

/* thread.c */
int thread_init(fcp_channel *ch);
void thread_free(fcp_channel *ch);

#endif
