// SPDX-License-Identifier: GPL-2.0-only
/* A fetched request, until its response. */
#ifndef FCPMOCK_PROGRESS_H
#define FCPMOCK_PROGRESS_H

#include "state/state.h"

void command_accept(struct subchannel *sub, struct command *c);
bool command_finish(struct subchannel *sub, struct fcp_step *out);

#endif
