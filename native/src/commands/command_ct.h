// SPDX-License-Identifier: GPL-2.0-only
/* CT requests to the name server. */
#ifndef FCPMOCK_COMMAND_CT_H
#define FCPMOCK_COMMAND_CT_H

#include "state/state.h"

void send_generic(struct command *c);

#endif
