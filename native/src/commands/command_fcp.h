// SPDX-License-Identifier: GPL-2.0-only
/* FCP commands and their abort. */
#ifndef FCPMOCK_COMMAND_FCP_H
#define FCPMOCK_COMMAND_FCP_H

#include "state/state.h"

void fcp_cmnd(struct command *c);
void abort_fcp_cmnd(struct command *c);

#endif
