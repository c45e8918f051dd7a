// SPDX-License-Identifier: GPL-2.0-only
/* ELS requests. */
#ifndef FCPMOCK_COMMAND_ELS_H
#define FCPMOCK_COMMAND_ELS_H

#include "state/state.h"

void send_els(struct command *c);

#endif
