// SPDX-License-Identifier: GPL-2.0-only
/* Open LUN and close LUN. */
#ifndef FCPMOCK_COMMAND_LUN_H
#define FCPMOCK_COMMAND_LUN_H

#include "state/state.h"

void open_lun(struct command *c);
void close_lun(struct command *c);

#endif
