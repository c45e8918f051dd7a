// SPDX-License-Identifier: GPL-2.0-only
/* What all FSF commands share. */
#ifndef FCPMOCK_COMMAND_H
#define FCPMOCK_COMMAND_H

#include "state/fault.h"

/* command.c */
void command_identify(const struct command *c, struct fault_key *key);
void command_check(struct command *c);
void command_run(struct command *c);

#endif
