// SPDX-License-Identifier: GPL-2.0-only
/* Ends a request because another one aborts it. */
#ifndef FCPMOCK_ABORT_H
#define FCPMOCK_ABORT_H

#include "state/state.h"

void command_end_aborted(struct command *c);

#endif
