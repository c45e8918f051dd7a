// SPDX-License-Identifier: GPL-2.0-only
/* The end of establish and activate, halt and clear. */
#ifndef FCPMOCK_ESTABLISH_H
#define FCPMOCK_ESTABLISH_H

#include "state/state.h"

/* establish.c */
void establish_run(struct subchannel *sub, struct fcp_step *out);
void queues_end(struct subchannel *sub);

#endif
