// SPDX-License-Identifier: GPL-2.0-only
/* SBALs of the output queue become requests and status read buffers. */
#ifndef FCPMOCK_FETCH_H
#define FCPMOCK_FETCH_H

#include "state/state.h"

/* fetch.c */
bool output_fetch(struct subchannel *sub, struct fcp_step *out);

#endif
